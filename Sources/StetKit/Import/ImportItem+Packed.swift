internal import StetModel

extension ImportItem {
  /// The item as bytes whose order is that of time, and of the same moment that of the files.
  var packed: [UInt8] {
    var bytes: [UInt8] = []
    // The sign bit turned round, so that what is before 1970 comes first.
    Self.append(UInt64(bitPattern: date.secondsSince1970) ^ 1 << 63, to: &bytes)
    bytes += place.packed
    bytes += original?.packed ?? Place.none
    Self.append(request.map { UInt64($0) } ?? .max, to: &bytes)
    let record = Array((record ?? "").utf8)
    Self.append(UInt64(record.count), to: &bytes)
    return bytes + record + Array(address.description.utf8)
  }

  /// Reads it back.
  init?(packed bytes: ArraySlice<UInt8>) {
    let length = Int(Self.number(bytes, at: 48))
    guard bytes.count >= 56 + length, let place = Place(packed: bytes.dropFirst(8)),
      let address = PageAddress(String(decoding: bytes.dropFirst(56 + length), as: UTF8.self))
    else { return nil }
    let request = Self.number(bytes, at: 40)
    self.init(
      address: address,
      date: Timestamp(secondsSince1970: Int64(bitPattern: Self.number(bytes, at: 0) ^ 1 << 63)), place: place,
      record: length == 0 ? nil : String(decoding: bytes.dropFirst(56).prefix(length), as: UTF8.self),
      original: Place(packed: bytes.dropFirst(24)), request: request == .max ? nil : Int(request))
  }

  /// Big-endian, so that the bytes are in the order of the numbers.
  fileprivate static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  fileprivate static func number(_ bytes: ArraySlice<UInt8>, at offset: Int) -> UInt64 {
    bytes.dropFirst(offset).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension ImportItem.Place {
  /// No place.
  static let none = [UInt8](repeating: 0xFF, count: 16)

  /// 16 bytes.
  var packed: [UInt8] {
    var bytes: [UInt8] = []
    ImportItem.append(UInt64(file), to: &bytes)
    ImportItem.append(UInt64(offset), to: &bytes)
    return bytes
  }

  /// Reads the first 16 bytes; nil for no place.
  init?(packed bytes: ArraySlice<UInt8>) {
    guard bytes.count >= 16, !bytes.starts(with: Self.none) else { return nil }
    self.init(file: Int(ImportItem.number(bytes, at: 0)), offset: Int(ImportItem.number(bytes, at: 8)))
  }
}
