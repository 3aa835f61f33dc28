internal import StetModel

/// Writes what several visits add, so that they share the wait for the disk.
///
/// In four steps, each begun when the one before is durable: responses in WARC files and new files under temporary names;
/// their names; the names' folders; the visit lines. Within a step all files are synced at once (`SyncThreads`), so that 64 pages cost little
/// more than one. What fails for one visit leaves the others alone.
struct GroupCommit {
  private struct Member {
    var plan: PlannedVisit
    let lines: [(visit: Visit, bytes: [UInt8])]
    var written: [UnsyncedFile] = []
    var error: ArchiveError?
  }

  let layout: ArchiveLayout
  let file: DurableFile
  private var members: [Member] = []

  /// - Parameter plans: of different pages; where the caller keeps none, pages are added to without being copied.
  init(_ plans: [PlannedVisit], layout: ArchiveLayout, file: DurableFile) {
    self.layout = layout
    self.file = file
    members = plans.map { plan in
      var plan = plan
      let lines = plan.chainedLines()
      return Member(plan: plan, lines: lines)
    }
  }

  /// Writes all of it, once.
  /// - Returns: for each visit its page as it is by now, the visit durable; or why it is not.
  /// - Parameter evidence: the WARC files to append to.
  mutating func run(_ evidence: inout EvidenceFiles) -> [Result<(page: OpenPage, visit: Visit), ArchiveError>] {
    writeFiles(&evidence)
    nameFiles()
    syncFolders()
    writeLines()
    var results: [Result<(page: OpenPage, visit: Visit), ArchiveError>] = []
    results.reserveCapacity(members.count)
    for index in members.indices {
      if let error = members[index].error {
        results.append(.failure(error))
        continue
      }
      // In place: a copy would cost as much as the page's history is long.
      for line in members[index].lines { members[index].plan.page.append(line.visit, line: line.bytes) }
      results.append(.success((members[index].plan.page, members[index].plan.visit)))
    }
    members = []
    return results
  }

  private var going: [Int] { members.indices.filter { members[$0].error == nil } }

  /// Responses, and new files under temporary names, whole and durable.
  private mutating func writeFiles(_ evidence: inout EvidenceFiles) {
    var append = EvidenceAppend(evidence, layout: layout, file: file)
    for index in going {
      do throws(ArchiveError) {
        try append.add(members[index].plan.evidence, of: index)
      } catch {
        members[index].error = error
      }
    }
    let records = append.begin()
    for failure in records.failures { fail(failure.member, failure.error) }
    for index in going { beginFiles(index) }

    let files = going.flatMap { index in members[index].written.map { (index, $0) } }
    // All at once: neither has a name that anything refers to.
    let errors = file.sync(records.files + files.map(\.1))
    for failure in append.finish(Array(errors.prefix(records.files.count))) { fail(failure.member, failure.error) }
    for ((index, written), error) in zip(files, errors.dropFirst(records.files.count)) {
      do throws(SystemCallError) {
        try file.finish(written, error)
      } catch {
        fail(index, error)
      }
    }
    evidence = append.evidence
  }

  private mutating func beginFiles(_ index: Int) {
    do throws(SystemCallError) {
      try makeFolders(members[index].plan)
      for new in members[index].plan.files {
        members[index].written.append(try file.begin(in: layout.absolute(new.folder), bytes: new.bytes))
      }
    } catch {
      for written in members[index].written { try? file.finish(written, error) }
      fail(index, error)
    }
  }

  private mutating func nameFiles() {
    for index in going {
      let plan = members[index].plan
      do throws(SystemCallError) {
        for (new, written) in zip(plan.files, members[index].written) {
          try file.giveName(layout.absolute("\(new.folder)/\(new.name)"), to: written.path)
        }
        // The log's own name too: it is there before its folder is synced.
        if !plan.page.log.exists { try file.touch(layout.absolute(logPath(plan))) }
      } catch {
        fail(index, error)
      }
    }
  }

  private mutating func syncFolders() {
    var users: [String: [Int]] = [:]
    var order: [String] = []
    for index in going {
      for folder in foldersToSync(members[index].plan) {
        if users[folder] == nil { order.append(folder) }
        users[folder, default: []].append(index)
      }
    }
    let errors = file.syncFolders(order.map { $0.isEmpty ? layout.root : layout.absolute($0) })
    for (folder, error) in zip(order, errors) {
      guard let error else { continue }
      for index in users[folder] ?? [] { fail(index, error) }
    }
  }

  private mutating func writeLines() {
    var appended: [(index: Int, file: UnsyncedFile)] = []
    for index in going {
      let plan = members[index].plan
      do throws(SystemCallError) {
        let line = members[index].lines.flatMap { $0.bytes + [UInt8(ascii: "\n")] }
        let path = layout.absolute(logPath(plan))
        appended.append((index, try file.beginAppending(line, to: path, at: plan.page.log.completeLength)))
      } catch {
        failLine(index, error)
      }
    }
    for ((index, written), error) in zip(appended, file.sync(appended.map(\.file))) {
      if let error {
        file.cutBack(written, to: members[index].plan.page.log.completeLength)
        failLine(index, error)
      } else {
        do throws(SystemCallError) {
          try file.finish(written, nil)
        } catch {
          failLine(index, error)
        }
      }
    }
  }

  private func makeFolders(_ plan: PlannedVisit) throws(SystemCallError) {
    var made = Set<String>()
    for folder in [plan.page.folder] + plan.files.map(\.folder) where made.insert(folder).inserted {
      try file.makeFolders(folder, below: layout)
    }
  }

  /// Before a page's first line also the folders above its own, up to the root: once a line stands, every later run
  /// takes them for durable. Whether this run made them does not matter: an earlier one may have died before it synced
  /// them.
  private func foldersToSync(_ plan: PlannedVisit) -> [String] {
    var folders = plan.unsyncedFolders + plan.files.map(\.folder)
    let isFirst = plan.page.log.visits.isEmpty
    if isFirst { folders.append(plan.page.folder) }
    folders = folders.flatMap { folder in
      isFirst || folder != plan.page.folder ? ArchiveLayout.withAncestors(folder) : [folder]
    }
    var seen = Set<String>()
    return folders.filter { seen.insert($0).inserted }
  }

  private func logPath(_ plan: PlannedVisit) -> String { "\(plan.page.folder)/\(ArchiveLayout.visitLog)" }

  private mutating func fail(_ index: Int, _ error: SystemCallError) {
    let plan = members[index].plan
    fail(index, ArchiveError(error, action: plan.action, subject: plan.subject))
  }

  private mutating func fail(_ index: Int, _ error: ArchiveError) {
    for written in members[index].written { file.discard(written) }
    if members[index].error == nil { members[index].error = error }
  }

  private mutating func failLine(_ index: Int, _ error: SystemCallError) {
    let path = layout.absolute(logPath(members[index].plan))
    members[index].error = ArchiveError(error, action: "Cannot write to the visit log", subject: path)
  }
}
