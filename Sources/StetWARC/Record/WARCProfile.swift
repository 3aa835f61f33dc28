/// How a revisit record is to be read (WARC 1.1, 6.7).
public enum WARCProfile: String, Sendable, Hashable {
  /// The content has the same digest as an earlier one.
  case identicalPayloadDigest = "identical-payload-digest"
  /// The server said that the content has not changed.
  case serverNotModified = "server-not-modified"

  /// The name as WARC/1.1 spells it.
  public var uri: String { "http://netpreserve.org/warc/1.1/revisit/\(rawValue)" }

  /// Reads the names of WARC/1.0 and WARC/1.1; nil for every other.
  public init?(uri: String) {
    let bare = uri.hasPrefix("<") && uri.hasSuffix(">") ? uri.dropFirst().dropLast() : uri[...]
    guard let slash = bare.lastIndex(of: "/"), bare.contains("netpreserve.org/warc/1.") else { return nil }
    self.init(rawValue: String(bare[bare.index(after: slash)...]))
  }
}
