import Glibc

/// A suite of other people's test data, unpacked for one test. Where the suites are absent the tests are skipped.
final class SharedSuite {
  /// Where the suites' archive stands: beside the package, or where STET_SHARED points.
  static let archive: String? = {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let folder = getenv("STET_SHARED").map { String(cString: $0) } ?? "/\(root)/../shared"
    let path = "\(folder)/suites/suites.tar.zst"
    let isUsable = access(path, R_OK) == 0 && system("command -v tar >/dev/null && command -v zstd >/dev/null") == 0
    return isUsable ? path : nil
  }()

  let path: String

  /// Unpacks one folder of the suites.
  init(_ name: String) throws {
    guard let archive = Self.archive else { throw Trouble("the suites are not there") }
    var template = Array("/tmp/stet-suite-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble("mkdtemp: \(errno)") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard system("zstd -dc '\(archive)' | tar -x -C '\(path)' './\(name)'") == 0 else {
      throw Trouble("cannot unpack \(name)")
    }
  }

  deinit { _ = system("rm -rf '\(path)'") }

  /// The bytes of a file in the suite.
  func bytes(_ name: String) throws -> [UInt8] {
    guard let file = fopen("\(path)/\(name)", "rb") else { throw Trouble("cannot read \(name): \(errno)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }

  /// The text of a file in the suite.
  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }
}

struct Trouble: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
