internal import StetModel

/// The head of a request, as libcurl says that it sent it.
struct RequestHead: Sendable {
  /// Fields that hold a secret whoever set them.
  private static let secret = ["authorization", "proxy-authorization", "cookie"]

  private var lines: [UInt8] = []

  /// Takes what libcurl has just sent: the whole head as a rule. A request that is sent again, on a new connection,
  /// replaces the first; one that asks a proxy for a tunnel is none of the page's.
  mutating func receive(_ piece: UnsafeBufferPointer<UInt8>) {
    if unsafe piece.starts(with: "GET ".utf8) || piece.starts(with: "CONNECT ".utf8) { lines = [] }
    unsafe lines.append(contentsOf: piece)
  }

  /// The method; nil when nothing was sent.
  var method: String? {
    lines.isEmpty ? nil : String(decoding: lines.prefix { $0 != 0x20 }, as: UTF8.self)
  }

  /// The fields in the order sent, without those that may hold a secret: cookies, passwords, and what the user gave.
  /// - Parameter own: the user's own fields.
  func fields(withoutOwn own: [HeaderField]) -> [HeaderField] {
    var fields: [HeaderField] = []
    // The first line is the request line.
    var rest = lines.drop { $0 != 0x0A }.dropFirst()
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A }
      rest = rest[line.endIndex...].dropFirst()
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = line[(colon + 1)...].drop { $0 == 0x20 }
      let field = HeaderField(
        name: String(decoding: line[..<colon], as: UTF8.self),
        value: String(decoding: value.last == 0x0D ? value.dropLast() : value, as: UTF8.self))
      guard !Self.secret.contains(where: field.hasName), !own.contains(where: { $0.hasName(field.name) }) else {
        continue
      }
      fields.append(field)
    }
    return fields
  }
}
