extension Page {
  /// The `charset` parameter of the Content-Type header (RFC 9110, 8.3.2); nil when there is none.
  public var charset: String? {
    guard let type = header("content-type") else { return nil }
    for parameter in type.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, ASCII.lowercased(Self.bare(parts[0])) == "charset" else { continue }
      return Self.bare(parts[1])
    }
    return nil
  }

  private static func bare(_ text: Substring) -> String {
    String(text.filter { $0 != "\"" && $0 != "'" && !$0.isWhitespace })
  }
}
