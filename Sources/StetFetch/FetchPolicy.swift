internal import StetModel

/// How pages are fetched: who asks, and every limit. A limit that is passed is an error; nothing is cut short.
public struct FetchPolicy: Sendable, Hashable {
  /// The User-Agent: product and version, and where to complain ("stet/0.1.0 (+mailto:you@example.org)").
  public var agent = "stet/\(StetVersion.text)"
  /// From the first packet to an open connection, TLS included; 30 seconds.
  public var connectTimeout: Duration = .seconds(30)
  /// How long a server may send nothing at all; 60 seconds. Noticed within a second.
  public var stallTimeout: Duration = .seconds(60)
  /// For the whole fetch, redirects included; 10 minutes.
  public var deadline: Duration = .seconds(600)
  /// The longest body after decompression, in bytes; 16 MiB.
  public var maximumBodyBytes = 16 << 20
  /// The longest head of one response, in bytes: status line and header fields; 256 KiB. libcurl itself refuses a
  /// single field of over 100 KB.
  public var maximumHeaderBytes = 256 << 10
  /// How many redirects are followed; 10.
  public var maximumRedirects = 10

  /// The default policy.
  public init() {}
}
