internal import CLibXML2

/// Names of elements and attributes as libxml2 hands them out, looked up by address.
///
/// The parser keeps each name once, in its dictionary or in static memory, for as long as it lives: an address seen
/// before is the same name again. Names of attributes that it does not get to see are looked up by a hash of 64 bits: a
/// page that had two of one hash would read one of its own attributes for another.
struct NameTable {

  /// Names without a case in `Tag` or `AttributeName`, in order of appearance.
  private(set) var otherNames: [String] = []

  private var tags = AddressTable()
  private var attributes = AddressTable()
  private var writtenAttributes = AddressTable()
  /// The length of all names that were looked up by their bytes.
  private(set) var attributeBytes = 0
  private var otherIndex: [String: UInt16] = [:]

  private static let knownTags = Dictionary(
    uniqueKeysWithValues: Tag.allCases.filter { !$0.name.isEmpty }.map { ($0.name, $0) })
  private static let knownAttributes = Dictionary(
    uniqueKeysWithValues: AttributeName.allCases.filter { $0 != .other }.map { ($0.name, $0) })

  /// The element of this name, and the index of its name when it is `other`.
  mutating func tag(_ name: UnsafePointer<xmlChar>) -> (Tag, UInt16) {
    let address = UInt(bitPattern: name)
    if let found = tags.find(address) { return (Tag(rawValue: found.known) ?? .other, found.other) }
    let text = unsafe String(cString: name)
    let tag = Self.knownTags[text] ?? .other
    let other = tag == .other ? index(of: text) : 0
    tags.insert(address, known: tag.rawValue, other: other)
    return (tag, other)
  }

  /// The attribute of this name, and the index of its name when it is `other`.
  mutating func attribute(_ name: UnsafePointer<xmlChar>) -> (AttributeName, UInt16) {
    let address = UInt(bitPattern: name)
    if let found = attributes.find(address) { return (AttributeName(rawValue: found.known) ?? .other, found.other) }
    let text = unsafe String(cString: name)
    let known = Self.knownAttributes[text] ?? .other
    let other = known == .other ? index(of: text) : 0
    attributes.insert(address, known: known.rawValue, other: other)
    return (known, other)
  }

  /// The attribute of a name written in any case, and the index of its name when it is `other`.
  mutating func attribute(_ name: ByteRange, in source: [UInt8], hash: UInt64) -> (AttributeName, UInt16) {
    let key = UInt(hash | 1)
    if let found = writtenAttributes.find(key) { return (AttributeName(rawValue: found.known) ?? .other, found.other) }
    let text = String(decoding: source[name.indices].map(Self.lowercased), as: UTF8.self)
    let known = Self.knownAttributes[text] ?? .other
    let other = known == .other ? index(of: text) : 0
    writtenAttributes.insert(key, known: known.rawValue, other: other)
    attributeBytes += Int(name.count) + 1
    return (known, other)
  }

  /// What the hash of a name starts from.
  static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a over the letters in lower case.
  @inline(__always)
  static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(lowercased(byte))) &* 0x0000_0100_0000_01B3
  }

  @inline(__always)
  private static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// Whether there is no index left for another unlisted name: those that come share the last one.
  var isFull: Bool { otherNames.count == Int(UInt16.max) }

  /// The index of an unlisted name.
  private mutating func index(of name: String) -> UInt16 {
    if let index = otherIndex[name] { return index }
    if isFull { return UInt16.max - 1 }
    let index = UInt16(otherNames.count)
    otherNames.append(name)
    otherIndex[name] = index
    return index
  }
}
