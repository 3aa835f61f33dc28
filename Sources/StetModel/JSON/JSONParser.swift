/// Reads JSON (RFC 8259) from bytes.
///
/// Strict by default. `Leniency.repair` accepts what publishers write into `application/ld+json` scripts: raw control
/// characters in strings, trailing and missing commas, comments, HTML comment marks, a byte order mark, text after the
/// first value, and a document that ends early (open strings, arrays and objects are closed there).
public struct JSONParser {
  /// How faults are met.
  public enum Leniency: Sendable { case strict, repair }

  /// Nesting beyond this is an error: hostile input must not exhaust the stack.
  public static let maximumDepth = 512

  /// Up to this many members names are compared one by one.
  private static let shortObject = 24

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lenient: Bool
  private var position = 0
  private var depth = 0

  /// Parses one JSON document.
  /// - Throws: `JSONParseError` with the offset of the first fault.
  public static func parse(_ bytes: [UInt8], leniency: Leniency = .strict) throws(JSONParseError) -> JSONValue {
    let result: Result<JSONValue, JSONParseError> = bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(buffer, lenient: leniency == .repair)
      do throws(JSONParseError) {
        return .success(try parser.document())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Parses one JSON document.
  /// - Throws: `JSONParseError` with the offset of the first fault.
  public static func parse(_ text: String, leniency: Leniency = .strict) throws(JSONParseError) -> JSONValue {
    try parse(Array(text.utf8), leniency: leniency)
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, lenient: Bool) {
    self.bytes = bytes
    self.lenient = lenient
  }

  private mutating func document() throws(JSONParseError) -> JSONValue {
    if lenient, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    skipSpace()
    if lenient { skipToValue() }
    let value = try value()
    skipSpace()
    if !lenient, position < bytes.count { throw fault("text after the end of the document") }
    return value
  }

  private mutating func value() throws(JSONParseError) -> JSONValue {
    guard let byte = peek() else { throw fault("the document ends where a value should stand") }
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw fault("a value should stand here")
    }
  }

  private mutating func object() throws(JSONParseError) -> JSONValue {
    try descend()
    defer { depth -= 1 }
    var object = JSONObject()
    // Looking a name up is linear; a table of the names keeps long, hostile objects linear as a whole.
    var places: [[UInt8]: Int] = [:]
    while true {
      skipSpace()
      guard let byte = peek() else { return try endEarly(.object(object)) }
      if byte == UInt8(ascii: "}") {
        position += 1
        return .object(object)
      }
      if lenient, byte == UInt8(ascii: ",") {
        position += 1
        continue
      }
      guard byte == UInt8(ascii: "\"") else { throw fault("a member name in quotes should stand here") }
      let nameOffset = position
      let name = try string()
      skipSpace()
      guard peek() == UInt8(ascii: ":") else {
        if lenient, position >= bytes.count { return .object(object) }
        throw fault("':' should stand here")
      }
      position += 1
      skipSpace()
      if lenient, peek() == nil { return .object(object) }
      let value = try value()
      let place: Int?
      if object.members.count < Self.shortObject {
        place = object.index(of: name)
      } else {
        if places.isEmpty {
          for (place, member) in object.members.enumerated() { places[Array(member.name.utf8)] = place }
        }
        place = places[Array(name.utf8)]
      }
      if let place {
        guard lenient else { throw JSONParseError(offset: nameOffset, reason: "the member name stands twice") }
        object.replaceValue(at: place, with: value)
      } else {
        if !places.isEmpty { places[Array(name.utf8)] = object.members.count }
        object.append(name: name, value: value)
      }
      try separator(end: UInt8(ascii: "}"))
    }
  }

  private mutating func array() throws(JSONParseError) -> JSONValue {
    try descend()
    defer { depth -= 1 }
    var elements: [JSONValue] = []
    while true {
      skipSpace()
      guard let byte = peek() else { return try endEarly(.array(elements)) }
      if byte == UInt8(ascii: "]") {
        position += 1
        return .array(elements)
      }
      if lenient, byte == UInt8(ascii: ",") {
        position += 1
        continue
      }
      elements.append(try value())
      try separator(end: UInt8(ascii: "]"))
    }
  }

  /// Between two elements: a comma, or the end.
  private mutating func separator(end: UInt8) throws(JSONParseError) {
    skipSpace()
    guard let byte = peek() else { return }
    if byte == UInt8(ascii: ",") {
      position += 1
      skipSpace()
      if !lenient, peek() == end { throw fault("a value should follow the comma") }
    } else if byte != end, !lenient {
      throw fault("',' or '\(Character(Unicode.Scalar(end)))' should stand here")
    }
  }

  private mutating func string() throws(JSONParseError) -> String {
    let opening = position
    position += 1
    let start = position
    position = JSONText.escapedByte(bytes, from: position) ?? bytes.count
    if peek() == UInt8(ascii: "\"") {
      defer { position += 1 }
      return try text(bytes[start..<position], from: start)
    }
    var decoded = Array(bytes[start..<position])
    while let byte = peek() {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return try text(decoded[...], from: start)
      case UInt8(ascii: "\\"): try escape(into: &decoded)
      case 0..<0x20 where !lenient:
        position -= 1
        throw fault("a control character must be escaped in a string")
      default: decoded.append(byte)
      }
    }
    if lenient { return try text(decoded[...], from: start) }
    throw JSONParseError(offset: opening, reason: "the string is not closed")
  }

  private func text(_ slice: some Collection<UInt8>, from start: Int) throws(JSONParseError) -> String {
    // Most texts are ASCII, for which the strict initializer is far slower.
    if lenient || slice.allSatisfy({ $0 < 0x80 }) { return String(decoding: slice, as: UTF8.self) }
    guard let text = String(validating: slice, as: UTF8.self) else {
      throw JSONParseError(offset: start, reason: "the string is not valid UTF-8")
    }
    return text
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(JSONParseError) {
    guard let byte = peek() else {
      if lenient { return }
      throw fault("the document ends inside an escape")
    }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      guard let unit = hexUnit() else {
        if lenient {
          decoded.append(contentsOf: [UInt8(ascii: "\\"), byte])
          return
        }
        throw fault("four hexadecimal digits should follow \\u")
      }
      try append(unit, to: &decoded)
    default:
      guard lenient else {
        position -= 1
        throw fault("'\\' must be followed by one of \"\\/bfnrtu")
      }
      decoded.append(byte)
    }
  }

  private mutating func append(_ unit: UInt16, to decoded: inout [UInt8]) throws(JSONParseError) {
    var scalar = Unicode.Scalar(UInt32(unit))
    if scalar == nil {
      let mark = position
      if UTF16.isLeadSurrogate(unit), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      {
        position += 2
        if let low = hexUnit(), UTF16.isTrailSurrogate(low) {
          scalar = Unicode.Scalar(0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(low) & 0x3FF)
        } else {
          position = mark
        }
      }
    }
    guard let scalar = scalar ?? (lenient ? "\u{FFFD}" : nil) else { throw fault("a surrogate stands alone") }
    decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func hexUnit() -> UInt16? {
    guard position + 4 <= bytes.count else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[position..<position + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    position += 4
    return unit
  }

  private mutating func number() throws(JSONParseError) -> Double {
    let start = position
    if peek() == UInt8(ascii: "-") { position += 1 }
    let whole = digits()
    let leadingZero = whole > 1 && bytes[position - whole] == UInt8(ascii: "0")
    if whole == 0 || (leadingZero && !lenient) { throw fault("this is not a JSON number") }
    if peek() == UInt8(ascii: ".") {
      position += 1
      if digits() == 0, !lenient { throw fault("a digit should follow the decimal point") }
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      position += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
      if digits() == 0 { throw fault("a digit should follow the exponent") }
    }
    var text = String(decoding: bytes[start..<position], as: UTF8.self)
    if text.hasSuffix(".") { text.removeLast() }
    guard let number = Double(text), number.isFinite else {
      throw JSONParseError(offset: start, reason: "the number is out of range")
    }
    return number
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = peek(), byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
    return position - start
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONParseError) -> JSONValue {
    let matches = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    guard matches else { throw fault("'\(word)' should stand here") }
    position += word.utf8CodeUnitCount
    return value
  }

  private mutating func descend() throws(JSONParseError) {
    depth += 1
    guard depth <= Self.maximumDepth else { throw fault("nested deeper than \(Self.maximumDepth)") }
    position += 1
  }

  private func endEarly(_ value: JSONValue) throws(JSONParseError) -> JSONValue {
    guard lenient else { throw fault("the document ends too early") }
    return value
  }

  private mutating func skipSpace() {
    while let byte = peek() {
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        position += 1
      } else if lenient, byte == UInt8(ascii: "/"), position + 1 < bytes.count {
        guard skipComment() else { return }
      } else {
        return
      }
    }
  }

  private mutating func skipComment() -> Bool {
    if bytes[position + 1] == UInt8(ascii: "/") {
      while let byte = peek(), byte != 0x0A { position += 1 }
      return true
    }
    guard bytes[position + 1] == UInt8(ascii: "*") else { return false }
    position += 2
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "/") {
        position += 2
        return true
      }
      position += 1
    }
    return true
  }

  /// Steps over what publishers put before the value: `<!--`, `//<![CDATA[`, a stray semicolon.
  private mutating func skipToValue() {
    while let byte = peek(), byte != UInt8(ascii: "{"), byte != UInt8(ascii: "["), position < 64 { position += 1 }
    if peek() == UInt8(ascii: "["), bytes[position...].starts(with: "[CDATA[".utf8) {
      position += 7
      skipSpace()
    }
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private func fault(_ reason: String) -> JSONParseError { JSONParseError(offset: position, reason: reason) }
}
