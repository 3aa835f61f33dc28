internal import StetModel

/// The heads of an exchange as they are stored: HTTP/1.1 by the letter, and fitting the stored body.
struct StoredHead {
  /// What a header field is renamed with when it no longer fits what is stored; the crawlers' custom.
  static let prefix = "X-Crawler-"

  private let exchange: HTTPExchange

  init(of exchange: HTTPExchange) { self.exchange = exchange }

  /// The request: its line, its fields, an empty line. Host is added where HTTP/2 said `:authority`.
  var request: [UInt8] {
    let address = exchange.address
    var fields = exchange.requestFields.filter { !$0.name.hasPrefix(":") }
    if !fields.contains(where: { $0.hasName("Host") }) {
      let host = address.host + (address.port.map { ":\($0)" } ?? "")
      fields.insert(HeaderField(name: "Host", value: host), at: 0)
    }
    let target = address.path + (address.query.map { "?" + $0 } ?? "")
    return Self.head("\(exchange.method) \(target) HTTP/\(version)", fields)
  }

  /// The response: the status line, the fields, an empty line.
  ///
  /// The body is stored decoded (RFC 9110, 8.4) and in one piece, so the fields that say otherwise are renamed and
  /// Content-Length is the length of what is stored. A response that never has a body keeps all its fields.
  var response: [UInt8] {
    let hasBody = exchange.method != "HEAD" && ![204, 304].contains(exchange.status)
    var fields = exchange.fields
    if hasBody {
      let lengths = fields.filter { $0.hasName("Content-Length") }
      let fits = lengths.count == 1 && lengths[0].value == "\(exchange.body.count)"
      let misfits = ["Content-Encoding", "Transfer-Encoding"] + (fits ? [] : ["Content-Length"])
      for index in fields.indices where misfits.contains(where: fields[index].hasName) {
        fields[index].name = Self.prefix + fields[index].name
      }
      if !fits { fields.append(HeaderField(name: "Content-Length", value: "\(exchange.body.count)")) }
    }
    return Self.head("HTTP/\(version) \(exchange.status) \(Self.line(exchange.reason))", fields)
  }

  /// What WARC-Protocol says (a registered extension of WARC); nil where the head says it itself.
  var networkProtocol: String? {
    switch exchange.httpVersion.first {
    case "2": exchange.address.scheme == "https" ? "h2" : "h2c"
    case "3": "h3"
    default: nil
    }
  }

  /// The version that the head is spelled in: HTTP/2 and later have no text form.
  private var version: String { exchange.httpVersion == "1.0" ? "1.0" : "1.1" }

  private static func head(_ start: String, _ fields: [HeaderField]) -> [UInt8] {
    var bytes = Array("\(start)\r\n".utf8)
    for field in fields { bytes += "\(line(field.name)): \(line(field.value))\r\n".utf8 }
    bytes += "\r\n".utf8
    return bytes
  }

  /// A text that stays on its line, whatever a value was made of.
  private static func line(_ text: String) -> String {
    func breaks(_ byte: UInt8) -> Bool { byte == 0x0D || byte == 0x0A || byte == 0 }
    guard text.utf8.contains(where: breaks) else { return text }
    return String(decoding: text.utf8.map { breaks($0) ? 0x20 : $0 }, as: UTF8.self)
  }
}
