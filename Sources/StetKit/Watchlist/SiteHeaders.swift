internal import StetFetch
public import StetModel

/// The header fields of a site's `headers-file`, which may be secrets: they have no spelled form.
///
/// The file has one field a line, `Name: value`; empty lines and lines that start with `#` do not count.
public struct SiteHeaders: Sendable, CustomStringConvertible, CustomReflectable {
  private let fields: [HeaderField]
  private let origins: Set<String>

  /// How many there are; never what they say.
  public var description: String { fields.count == 1 ? "1 header field" : "\(fields.count) header fields" }
  /// Nothing: a dump of whatever holds them must not show them.
  public var customMirror: Mirror { Mirror(self, children: [:]) }

  /// Reads the file of a site; no fields when it names none.
  /// - Throws: `SecretFileError` when it cannot be used.
  static func read(_ site: WatchedSite) throws(SecretFileError) -> SiteHeaders {
    guard let path = site.headersFile else { return SiteHeaders(fields: [], origins: []) }
    let text = String(decoding: try SecretFile.read(path), as: UTF8.self)
    var fields: [HeaderField] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = trimmed(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let colon = line.firstIndex(of: ":"), colon != line.startIndex, isToken(line[..<colon]) else {
        throw SecretFileError(path, "line \(index + 1) is no header field. Write 'Name: value'")
      }
      let value = trimmed(line[line.index(after: colon)...])
      guard value.utf8.allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }) else {
        throw SecretFileError(path, "line \(index + 1) has a control character. Take it out")
      }
      let field = HeaderField(name: String(line[..<colon]), value: String(value))
      if let reason = Self.reason(against: field.name) {
        throw SecretFileError(path, "line \(index + 1) is '\(field.name)', \(reason). Take it out")
      }
      fields.append(field)
    }
    guard !fields.isEmpty else { throw SecretFileError(path, "there is no header field in it. Write 'Name: value'") }
    return SiteHeaders(fields: fields, origins: Set(site.namedAddresses.map(origin)))
  }

  /// The fields that may be sent to an address: all of them to an origin that `stet.yaml` names for the site, none to
  /// any other, which includes the same host without TLS.
  public func fields(for address: PageAddress) -> [HeaderField] {
    origins.contains(Self.origin(address)) ? fields : []
  }

  /// Why a field cannot be the user's; nil when it can.
  private static func reason(against name: String) -> String? {
    if FetchRequest.reservedFields.contains(ASCII.lowercased(name)) {
      return "which says where a request goes or how long it is, and is stet's own"
    }
    return conditional.contains(ASCII.lowercased(name))
      ? "which would bring something else than the whole page in a form that can be read" : nil
  }

  /// Ask for a part of the page, for none, or in an encoding.
  private static let conditional: Set = [
    "accept-encoding", "if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "range",
  ]

  private static func origin(_ address: PageAddress) -> String { "\(address.scheme)://\(address.hostAndPort)" }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }

  /// RFC 9110, 5.6.2.
  private static func isToken(_ text: Substring) -> Bool {
    let marks = Array("!#$%&'*+-.^_`|~".utf8)
    return text.utf8.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || marks.contains($0) }
  }
}
