extension ArchiveWriter {
  /// Puts a state file in the place of the one before: whatever happens, one of the two stands there, whole.
  ///
  /// What is written is durable. Bytes that are there already are not written again.
  /// - Throws: `locked` after `close`, `cannotWrite`, `noSpace`, `inputOutput`.
  public func setState(_ state: StateFile, to bytes: [UInt8]) throws(ArchiveError) {
    let layout = archive.layout
    try changing { _ throws(ArchiveError) in
      do throws(SystemCallError) {
        if (try? FileReading.bytes(of: layout.absolute(state.path))) == bytes { return }
        try file.replace(state.rawValue, in: layout.absolute(ArchiveLayout.state), bytes: bytes)
      } catch {
        throw ArchiveError(error, action: "Cannot write", subject: layout.absolute(state.path))
      }
    }
  }

  /// Puts bytes at the end of a state file. They are there when the process is killed; a power cut may take them back.
  /// - Throws: `locked` after `close`, `cannotWrite`, `noSpace`, `inputOutput`.
  public func appendToState(_ state: StateFile, _ bytes: [UInt8]) throws(ArchiveError) {
    let layout = archive.layout
    try changing { _ throws(ArchiveError) in
      do throws(SystemCallError) {
        try file.appendLoosely(bytes, to: layout.absolute(state.path))
      } catch {
        throw ArchiveError(error, action: "Cannot write", subject: layout.absolute(state.path))
      }
    }
  }
}
