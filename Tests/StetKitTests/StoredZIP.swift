/// ZIP archives of stored files, for tests.
enum StoredZIP {
  /// An archive of these files.
  /// - Parameter method: what the archive says it is compressed with; the bytes are stored all the same.
  static func bytes(_ files: [(name: String, bytes: [UInt8])], method: Int = 0) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let common =
        little(0, 2) + little(method, 2) + little(0, 8) + little(file.bytes.count, 4) + little(file.bytes.count, 4)
        + little(file.name.utf8.count, 2) + little(0, 2)
      directory += little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + common + little(0, 10)
      directory += little(archive.count, 4) + Array(file.name.utf8)
      archive += little(0x0403_4B50, 4) + little(20, 2) + common + Array(file.name.utf8) + file.bytes
    }
    let end =
      little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
      + little(directory.count, 4) + little(archive.count, 4) + little(0, 2)
    return archive + directory + end
  }

  private static func little(_ number: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
