internal import Glibc

/// Real pages, unpacked for the time of a test. Where they are absent the tests are skipped.
public final class SharedCorpus {
  /// Where the corpus stands: beside the package, or where STET_SHARED points.
  public static let folder: String? = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = getenv("STET_SHARED").map { String(cString: $0) } ?? "/\(root)/../shared"
    let isUsable =
      access("\(folder)/corpus/unpack", X_OK) == 0
      && system("command -v tar >/dev/null && command -v zstd >/dev/null") == 0
    return isUsable ? "\(folder)/corpus" : nil
  }()

  /// One page.
  public struct Page: Sendable {
    /// Its name in the set.
    public let name: String
    /// Its bytes.
    public let bytes: [UInt8]
  }

  private let place: TemporaryDirectory

  /// Unpacks a set.
  public init(_ set: String) throws {
    place = try TemporaryDirectory()
    let outcome = try ProcessRun.run(
      "/bin/sh", ["-c", "\"$1/unpack\" out \"$2\"", "sh", Self.folder ?? "", set], workingDirectory: place.path)
    guard outcome.exitCode == 0 else { throw Trouble(description: "cannot unpack \(set): \(outcome.errorOutput)") }
  }

  /// The pages, by name.
  public func pages() throws -> [Page] {
    try place.files().filter { $0.hasSuffix(".html") }.sorted().map { Page(name: $0, bytes: try place.read($0)) }
  }

  private struct Trouble: Error, CustomStringConvertible {
    let description: String
  }
}
