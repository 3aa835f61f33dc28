internal import Glibc

/// The entries of a folder one after the other, in the order in which the file system has them; never more than one in
/// memory, however many there are.
///
/// Safe because the stream is opened once, never leaves the class, and is closed with it; of an entry nothing is kept.
@safe final class FolderStream {
  private let path: String
  private let stream: OpaquePointer

  /// Opens a folder.
  /// - Throws: ENOENT when there is none, ENOTDIR when it is something else.
  init(_ path: String) throws(SystemCallError) {
    guard let stream = unsafe opendir(path) else { throw SystemCallError(call: "opendir", number: errno) }
    self.path = path
    unsafe self.stream = stream
  }

  deinit { unsafe closedir(stream) }

  /// The next entry but `.` and `..`; nil at the end. A name that is not UTF-8 is shown with U+FFFD in it and is neither
  /// file nor folder: stet gives no such names, and could not open what it shows.
  func next() throws(SystemCallError) -> FileReading.Entry? {
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { throw SystemCallError(call: "readdir", number: errno) }
        return nil
      }
      let type = unsafe entry.pointee.d_type
      let found = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { field -> FileReading.Entry in
        let bytes = unsafe field.prefix { $0 != 0 }
        guard let name = unsafe String(validating: bytes, as: UTF8.self) else {
          return FileReading.Entry(name: unsafe String(decoding: bytes, as: UTF8.self), kind: .other)
        }
        return FileReading.Entry(name: name, kind: kind(type, name))
      }
      if found.name != ".", found.name != ".." { return found }
    }
  }

  private func kind(_ type: UInt8, _ name: String) -> FileReading.Kind {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    // Some file systems do not tell.
    case Int(DT_UNKNOWN): FileReading.kind(of: "\(path)/\(name)")
    default: .other
    }
  }
}
