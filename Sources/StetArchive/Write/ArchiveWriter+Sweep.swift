internal import Glibc
internal import StetModel

extension ArchiveWriter {
  /// Clears what a run left that did not end well: all over the archive, since nobody knows where it was at work.
  ///
  /// What cannot be cleared is left for the run after this one: it harms nobody, and `verify` shows it. Pages that are
  /// damaged are left alone.
  func sweep() {
    do throws(ArchiveError) {
      try changing { state throws(ArchiveError) in
        for folder in ["", ArchiveLayout.state, ArchiveLayout.pages, ArchiveLayout.quarantine] {
          try removeTemporaries(in: folder)
        }
        state.recoveries = try EvidenceRecovery(archive: archive, file: file).run()
          .filter { $0.code != .brokenIndex }
        let recovery = PageRecovery(archive: archive, file: file)
        for host in try archive.folderNames(in: ArchiveLayout.pages) {
          try removeUnfinishedFolders(in: "\(ArchiveLayout.pages)/\(host)")
        }
        for folder in try archive.pageFolders() {
          do throws(ArchiveError) {
            guard let page = try PageIdentity.read(archive.layout, folder: folder) else {
              try recovery.clearFolderWithoutPage(folder)
              continue
            }
            guard folder == ArchiveLayout.pageFolder(page.key) else { continue }
            let open = try recovery.open(page.key)
            try recovery.cutRemainder(open)
            try finishRedactions(of: open)
          } catch  where error.code != .damaged && error.code != .folderCollision {
            throw error
          } catch {
            // Damaged: writing there could make it worse.
          }
        }
        for host in try archive.folderNames(in: ArchiveLayout.quarantine) {
          for page in try archive.folderNames(in: "\(ArchiveLayout.quarantine)/\(host)") {
            let folder = "\(ArchiveLayout.pages)/\(host)/\(page)"
            // Behind a link there may be a log that is not at hand: nothing is known of what it names.
            guard (try? archive.layout.refuseLinks(at: folder)) != nil,
              let log = try? VisitLog.read(archive.layout, folder: folder)
            else { continue }
            try recovery.clearQuarantine("\(ArchiveLayout.quarantine)/\(host)/\(page)", log: log)
          }
        }
        // Folders that held nothing but leftovers.
        for folder in [ArchiveLayout.pages, ArchiveLayout.quarantine] {
          for host in try archive.folderNames(in: folder) {
            for page in try archive.folderNames(in: "\(folder)/\(host)") {
              try removeIfEmpty("\(folder)/\(host)/\(page)")
            }
            try removeIfEmpty("\(folder)/\(host)")
          }
        }
      }
    } catch {
      // `changing` has noted that the archive is not clean: the next run sweeps again.
    }
  }

  private func removeTemporaries(in folder: String) throws(ArchiveError) {
    let entries = try archive.entries(in: folder)
    do throws(SystemCallError) {
      for entry in entries where entry.kind == .file && TemporaryName.isTemporary(entry.name) {
        try file.remove(archive.layout.absolute(folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"))
      }
    } catch {
      throw ArchiveError(error, action: "Cannot clear the leftovers of a crash in", subject: folder)
    }
  }

  /// Removes the page folders that were to be taken over from another archive and have not got their names.
  private func removeUnfinishedFolders(in folder: String) throws(ArchiveError) {
    for entry in try archive.entries(in: folder) where entry.kind == .folder && TemporaryName.isTemporary(entry.name) {
      let path = "\(folder)/\(entry.name)"
      do throws(SystemCallError) {
        for file in try FileReading.entries(of: archive.layout.absolute(path)) {
          try self.file.remove(archive.layout.absolute("\(path)/\(file.name)"))
        }
        try file.calls.rmdir(archive.layout.absolute(path))
      } catch {
        throw ArchiveError(error, action: "Cannot clear the leftovers of a crash in", subject: folder)
      }
    }
  }

  private func removeIfEmpty(_ folder: String) throws(ArchiveError) {
    guard try archive.entries(in: folder).isEmpty else { return }
    do throws(SystemCallError) {
      try file.calls.rmdir(archive.layout.absolute(folder))
    } catch  where error.number == ENOENT || error.number == ENOTEMPTY {
    } catch {
      throw ArchiveError(error, action: "Cannot clear the leftovers of a crash in", subject: folder)
    }
  }
}

extension PageRecovery {
  /// Removes the temporary files and the log without any line in a folder where no page was ever stored.
  func clearFolderWithoutPage(_ path: String) throws(ArchiveError) {
    guard let folder = try PageFolder.list(archive.layout, path), folder.versions.isEmpty else { return }
    do throws(SystemCallError) {
      for name in folder.temporaries + (folder.hasVisitLog ? [ArchiveLayout.visitLog] : []) {
        try file.remove(archive.layout.absolute("\(path)/\(name)"))
      }
    } catch {
      throw ArchiveError(error, action: "Cannot clear the leftovers of a crash in", subject: path)
    }
  }

  /// Cuts off the beginning of a visit line that was never finished.
  func cutRemainder(_ page: OpenPage) throws(ArchiveError) {
    let path = "\(page.folder)/\(ArchiveLayout.visitLog)"
    do throws(SystemCallError) {
      let length = try FileReading.bytes(of: archive.layout.absolute(path)).count
      if length > page.log.completeLength {
        try file.append([], to: archive.layout.absolute(path), at: page.log.completeLength)
      }
    } catch  where error.number == ENOENT {
    } catch {
      throw ArchiveError(error, action: "Cannot clear the leftovers of a crash in", subject: page.folder)
    }
  }
}
