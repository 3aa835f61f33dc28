internal import Glibc

/// A suite of other people's test data, unpacked for one test. Where the suites are absent the tests are skipped.
public final class SharedSuite {
  /// Where the suites' archive stands: beside the package, or where STET_SHARED points.
  public static let archive: String? = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = getenv("STET_SHARED").map { String(cString: $0) } ?? "/\(root)/../shared"
    let path = "\(folder)/suites/suites.tar.zst"
    let isUsable = access(path, R_OK) == 0 && system("command -v tar >/dev/null && command -v zstd >/dev/null") == 0
    return isUsable ? path : nil
  }()

  /// Where the suite was unpacked.
  public let path: String

  /// Unpacks one folder of the suites.
  public init(_ name: String) throws {
    guard let archive = Self.archive else { throw Trouble("the suites are not there") }
    var template = Array("/tmp/stet-suite-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble("mkdtemp: \(errno)") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard system("zstd -dc '\(archive)' | tar -x -C '\(path)' './\(name)'") == 0 else {
      throw Trouble("cannot unpack \(name)")
    }
  }

  deinit { _ = system("rm -rf '\(path)'") }

  /// The files of a folder in the suite and of the folders in that, as paths for `bytes`, sorted.
  public func files(in folder: String) throws -> [String] {
    guard let list = popen("cd '\(path)' && find '\(folder)' -type f | LC_ALL=C sort", "r") else {
      throw Trouble("cannot list \(folder): \(errno)")
    }
    defer { pclose(list) }
    return String(decoding: Self.content(of: list), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Unpacks a .tar.gz of the suite, beside it.
  /// - Returns: the files that were in it, as paths for `bytes`.
  public func unpack(_ name: String) throws -> [String] {
    let folder = "\(name).d"
    guard system("cd '\(path)' && mkdir '\(folder)' && tar -xzf '\(name)' -C '\(folder)'") == 0 else {
      throw Trouble("cannot unpack \(name)")
    }
    return try files(in: folder)
  }

  /// The bytes of a file in the suite.
  public func bytes(_ name: String) throws -> [UInt8] {
    guard let file = fopen("\(path)/\(name)", "rb") else { throw Trouble("cannot read \(name): \(errno)") }
    defer { fclose(file) }
    return Self.content(of: file)
  }

  /// The text of a file in the suite.
  public func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  private static func content(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }

  private struct Trouble: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }
}
