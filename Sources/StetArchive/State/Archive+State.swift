extension Archive {
  /// The bytes of a state file; empty when there is none.
  /// - Throws: `cannotWrite` without permission, `damaged` when it is no regular file, `inputOutput`.
  public func state(_ file: StateFile) throws(ArchiveError) -> [UInt8] {
    do throws(SystemCallError) {
      return try FileReading.bytes(of: layout.absolute(file.path))
    } catch  where error.isMissing {
      return []
    } catch {
      throw ArchiveError(error, action: "Cannot read", subject: layout.absolute(file.path))
    }
  }
}
