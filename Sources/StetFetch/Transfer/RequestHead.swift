internal import StetModel

/// The head of a request, as libcurl says that it sent it.
struct RequestHead: Sendable {
  /// Fields that hold a secret whoever set them.
  private static let secret = ["authorization", "proxy-authorization", "cookie"]

  private var lines: [UInt8] = []

  /// Takes what libcurl has just sent: the whole head as a rule.
  mutating func receive(_ piece: UnsafeBufferPointer<UInt8>) { unsafe lines.append(contentsOf: piece) }

  /// Whether the empty line after the fields was sent.
  var isComplete: Bool { lines.suffix(4).elementsEqual("\r\n\r\n".utf8) }

  /// The method; nil when nothing was sent.
  var method: String? {
    lines.isEmpty ? nil : String(decoding: lines.prefix { $0 != 0x20 }, as: UTF8.self)
  }

  /// The fields in the order sent, without those that may hold a secret: cookies, passwords, and what the user gave.
  /// - Parameter own: the user's own fields.
  func fields(withoutOwn own: [HeaderField]) -> [HeaderField] {
    var fields: [HeaderField] = []
    let bytes = lines.span
    var start = 0
    for end in bytes.indices where bytes[end] == 0x0A {
      defer { start = end + 1 }
      // The first line is the request line.
      guard start > 0, case .field(let field) = HeadLine(bytes.extracting(start..<end)),
        !Self.secret.contains(where: field.hasName), !own.contains(where: { $0.hasName(field.name) })
      else { continue }
      fields.append(field)
    }
    return fields
  }
}
