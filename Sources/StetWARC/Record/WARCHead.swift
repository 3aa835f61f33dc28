public import StetModel

/// The head of a record: the version line and the named fields (WARC 1.1, 4).
public struct WARCHead: Sendable, Hashable {
  /// The version as written after `WARC/`, "1.1" say.
  public var version: String
  /// The fields, in order.
  public var fields: [HeaderField]

  /// A head.
  public init(version: String = "1.1", fields: [HeaderField]) {
    self.version = version
    self.fields = fields
  }

  /// The value of the first field with this name, in any case; nil when there is none.
  public subscript(name: String) -> String? { fields.first { $0.hasName(name) }?.value }

  /// The record's type; nil for a type that WARC 1.1 does not know, which readers skip.
  public var type: WARCRecordType? { self["WARC-Type"].flatMap { WARCRecordType(rawValue: ASCII.lowercased($0)) } }

  /// The record's name as written, without angle brackets; nil when it has none.
  public var recordID: String? { self["WARC-Record-ID"].map(Self.withoutBrackets) }

  /// The address that was captured, without the angle brackets that some writers put around it; nil when it has none.
  public var targetURI: String? { self["WARC-Target-URI"].map(Self.withoutBrackets) }

  /// The record of which a revisit is a repetition, as written, without angle brackets; nil when it says none.
  public var refersTo: String? { self["WARC-Refers-To"].map(Self.withoutBrackets) }

  /// The address of the capture that a revisit repeats; nil when it says none.
  public var refersToTargetURI: String? { self["WARC-Refers-To-Target-URI"].map(Self.withoutBrackets) }

  /// The moment of the capture that a revisit repeats; nil when it says none, or nothing readable.
  public var refersToDate: Timestamp? { self["WARC-Refers-To-Date"].flatMap(WARCDate.read) }

  /// The moment of the capture, to the second; nil when it is missing or unreadable.
  public var date: Timestamp? { self["WARC-Date"].flatMap(WARCDate.read) }

  /// The length of the block, in bytes; nil when it is missing or no number.
  public var contentLength: Int? {
    guard let text = self["Content-Length"], !text.isEmpty, text.utf8.allSatisfy({ ASCII.isDigit($0) }) else {
      return nil
    }
    return Int(text)
  }

  /// Whether the block is an HTTP message, by Content-Type (`application/http`, whatever its parameters).
  public var isHTTP: Bool {
    guard let type = self["Content-Type"] else { return false }
    let essence = type.prefix { $0 != ";" && $0 != " " }
    return ASCII.lowercased(String(essence)) == "application/http"
  }

  /// The version line, the fields and the empty line behind them.
  var headBytes: [UInt8] {
    var bytes = Array("WARC/\(version)\r\n".utf8)
    for field in fields { bytes += "\(field.name): \(field.value)\r\n".utf8 }
    bytes += "\r\n".utf8
    return bytes
  }

  private static func withoutBrackets(_ text: String) -> String {
    text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
  }
}
