internal import Glibc
internal import StetModel

extension ArchiveWriter {
  /// Puts a file into the archive's `state` folder, or into a folder of it, in the place of the one of that name; the
  /// file is whole at any moment, and durable when the method returns.
  /// - Parameter folder: below `state`; "" for `state` itself.
  public func replaceState(_ name: String, in folder: String = "", bytes: [UInt8]) throws(ArchiveError) {
    let path = folder.isEmpty ? ArchiveLayout.state : "\(ArchiveLayout.state)/\(folder)"
    let layout = archive.layout
    try changing { _ throws(ArchiveError) in
      do throws(SystemCallError) {
        try file.makeFolders(path, below: layout)
        try file.replace(name, in: layout.absolute(path), bytes: bytes)
      } catch {
        throw ArchiveError(error, action: "Cannot write", subject: layout.absolute("\(path)/\(name)"))
      }
    }
  }

  /// Removes all but the last files of a folder of `state`, by name.
  public func pruneState(in folder: String, keeping count: Int) throws(ArchiveError) {
    let path = "\(ArchiveLayout.state)/\(folder)"
    let names = try archive.stateFiles(in: folder)
    do throws(SystemCallError) {
      for name in names.dropLast(count) { try file.remove(archive.layout.absolute("\(path)/\(name)")) }
    } catch {
      throw ArchiveError(error, action: "Cannot remove old files from", subject: archive.layout.absolute(path))
    }
  }
}

extension ArchiveWriter {
  /// Removes a file of a folder of `state`; one that is gone is fine.
  public func removeState(_ name: String, in folder: String) throws(ArchiveError) {
    try archive.layout.refuseLinks(at: "\(ArchiveLayout.state)/\(folder)")
    let path = archive.statePath("\(folder)/\(name)")
    do throws(SystemCallError) {
      try file.remove(path)
    } catch {
      throw ArchiveError(error, action: "Cannot remove", subject: path)
    }
  }
}

extension Archive {
  /// The path of a file in `state`.
  public func statePath(_ name: String) -> String { layout.absolute("\(ArchiveLayout.state)/\(name)") }

  /// The names of the files in a folder of `state`, sorted; none where there is no such folder.
  public func stateFiles(in folder: String) throws(ArchiveError) -> [String] {
    let path = "\(ArchiveLayout.state)/\(folder)"
    try layout.refuseLinks(at: path)
    return try entries(in: path).map(\.name).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The content of a file in `state`; nil when there is none.
  public func stateFile(_ name: String) throws(ArchiveError) -> [UInt8]? {
    if let end = name.lastIndex(of: "/") { try layout.refuseLinks(at: "\(ArchiveLayout.state)/\(name[..<end])") }
    let path = layout.absolute("\(ArchiveLayout.state)/\(name)")
    do throws(SystemCallError) {
      return try FileReading.bytes(of: path)
    } catch  where error.number == ENOENT {
      return nil
    } catch {
      throw ArchiveError(error, action: "Cannot read", subject: path)
    }
  }
}
