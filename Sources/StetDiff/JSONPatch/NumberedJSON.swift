internal import StetModel

/// A JSON value with a number for itself and for each of its parts, however deep, so that any two can be compared in one
/// step.
struct NumberedJSON {
  /// The value.
  let value: JSONValue
  /// The same number exactly for the same JSON, byte for byte in canonical form: Swift alone would take canonically
  /// equivalent strings for equal.
  let number: Int32
  /// An object's names in the order of its members; empty for all else.
  let names: [Int32]
  /// An array's elements, or the values of an object's members; empty for all else.
  let parts: [NumberedJSON]

  /// Numbers a value from its leaves up: each part is looked at once.
  /// - Parameter table: What has been numbered; the same for values that are compared.
  init(_ value: JSONValue, table: inout SpellingTable) {
    self.value = value
    switch value {
    case .array(let elements):
      names = []
      parts = elements.map { NumberedJSON($0, table: &table) }
      number = Self.number(of: Self.spelling("[", parts.map(\.number)), &table)
    case .object(let object):
      let names = object.members.map { Self.number(of: Self.spelling($0.name), &table) }
      let parts = object.members.map { NumberedJSON($0.value, table: &table) }
      // The order of members is no difference.
      let sorted = names.indices.sorted { names[$0] < names[$1] }
      number = Self.number(of: Self.spelling("{", sorted.flatMap { [names[$0], parts[$0].number] }), &table)
      (self.names, self.parts) = (names, parts)
    case .string(let text):
      names = []
      parts = []
      number = Self.number(of: Self.spelling(text), &table)
    case .null, .bool, .number:
      names = []
      parts = []
      number = Self.number(of: CanonicalJSON.bytes(value), &table)
    }
  }

  /// A text or a name. No other value begins with a quotation mark.
  private static func spelling(_ text: String) -> [UInt8] { [UInt8(ascii: "\"")] + text.utf8 }

  /// An array or an object by its parts. No other value begins with either sign.
  private static func spelling(_ sign: Unicode.Scalar, _ numbers: [Int32]) -> [UInt8] {
    var bytes = [UInt8(ascii: sign)]
    bytes.reserveCapacity(1 + numbers.count * 4)
    for number in numbers {
      for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> Int32(shift))) }
    }
    return bytes
  }

  private static func number(of spelling: [UInt8], _ table: inout SpellingTable) -> Int32 {
    spelling.withUnsafeBufferPointer { table.numbered($0) }
  }
}
