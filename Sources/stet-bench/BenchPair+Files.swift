internal import Glibc
internal import StetArchive
internal import StetModel

extension BenchPair {
  /// Writes `NAME.old.json` and `NAME.new.json`, snapshots, and the same text as `NAME.old.txt` and `NAME.new.txt`: title,
  /// byline and body, a paragraph in a line.
  func write(to folder: String) throws {
    for (side, snapshot) in [("old", old), ("new", new)] {
      try Self.write(SealedSnapshot.seal(snapshot).bytes, to: "\(folder)/\(name).\(side).json")
      let review = snapshot.review
      let lines = [review?.title, review?.byline].compactMap(\.self) + (review?.body.map(\.plainText) ?? [])
      try Self.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: "\(folder)/\(name).\(side).txt")
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "wb") else { throw BenchError(message: "cannot write '\(path)'") }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw BenchError(message: "cannot write '\(path)'") }
  }
}
