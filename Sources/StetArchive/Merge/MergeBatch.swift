internal import StetModel

/// Some pages of another archive that are taken over together, so that they share the waits for the disk.
struct MergeBatch {
  private struct Member {
    var merge: PageMerge
    var page: OpenPage
    let place: Int
  }

  let archive: Archive
  let other: Archive
  let file: DurableFile
  let isRehearsal: Bool

  private var pages: [MergedPage] = []
  private var members: [Member] = []
  private var copy: PageCopy

  init(archive: Archive, other: Archive, file: DurableFile, isRehearsal: Bool) {
    (self.archive, self.other, self.file, self.isRehearsal) = (archive, other, file, isRehearsal)
    copy = PageCopy(archive: archive, other: other, file: file)
  }

  /// Takes in a page.
  mutating func add(_ survey: PageSurvey) throws(ArchiveError) {
    guard survey.faults.isEmpty else { return refuse(survey.folder, survey.faults) }
    let source: OtherPage
    do throws(ArchiveError) {
      guard try !VisitLog.read(other.layout, folder: survey.folder).visits.isEmpty else {
        // Nothing of it was ever reported stored there.
        if !survey.leftOut.isEmpty { refuse(survey.folder, survey.leftOut) }
        return
      }
      source = try OtherPage(other, folder: survey.folder)
    } catch {
      return refuse(survey.folder, [error.message])
    }
    let key = source.page.key
    if try PageFolder.list(archive.layout, survey.folder) == nil {
      var page = MergedPage(page: key.description, outcome: .new)
      let content = PageCopy.content(of: source)
      (page.versions, page.visits, page.observations) = (content.versions, source.lines.count, content.observations)
      if !isRehearsal { try copy.add(source) }
      pages.append(page)
      return
    }
    do throws(ArchiveError) {
      let page = try open(key)
      let merge = try PageMerge(
        archive: archive, other: other, source: source, page: page, isRehearsal: isRehearsal)
      members.append(Member(merge: merge, page: page, place: pages.count))
      pages.append(MergedPage(page: key.description, outcome: .known))
    } catch  where error.code == .damaged || error.code == .folderCollision {
      refuse(key.description, [error.message])
    }
  }

  /// Writes all of it.
  /// - Returns: what came of each page, durable.
  mutating func finish() throws(ArchiveError) -> [MergedPage] {
    if !isRehearsal { try copy.finish() }
    var going = Array(members.indices)
    while !going.isEmpty {
      var plans: [(member: Int, plan: PlannedVisit)] = []
      for index in going {
        do throws(ArchiveError) {
          if let plan = try members[index].merge.next(members[index].page) { plans.append((index, plan)) }
        } catch  where error.code == .damaged || error.code == .newerFormat {
          // What came before it stands, and is whole.
          pages[members[index].place].outcome = .refused
          pages[members[index].place].notes.append(error.message)
        }
      }
      try write(plans)
      going = plans.map(\.member)
    }
    for member in members { note(member) }
    return pages
  }

  private func open(_ key: PageKey) throws(ArchiveError) -> OpenPage {
    guard isRehearsal else { return try PageRecovery(archive: archive, file: file).open(key) }
    let folder = ArchiveLayout.pageFolder(key)
    return OpenPage(key: key, folder: folder, log: try VisitLog.read(archive.layout, folder: folder))
  }

  private mutating func write(_ plans: [(member: Int, plan: PlannedVisit)]) throws(ArchiveError) {
    if isRehearsal {
      for (member, plan) in plans {
        var plan = plan
        for line in plan.chainedLines() { members[member].page.append(line.visit, line: line.bytes) }
      }
      return
    }
    var commit = GroupCommit(plans.map(\.plan), layout: archive.layout, file: file)
    // Nothing is appended: the captures are there already.
    var evidence = EvidenceFiles(layout: archive.layout)
    for (member, result) in zip(plans.map(\.member), commit.run(&evidence)) {
      members[member].page = try result.get().page
    }
  }

  private mutating func note(_ member: Member) {
    let counts = member.merge.counts
    var page = pages[member.place]
    if page.outcome != .refused, counts.visits > 0 { page.outcome = .merged }
    (page.versions, page.visits, page.observations) = (counts.versions, counts.visits, counts.observations)
    page.redacted = counts.redacted
    for text in Set(member.merge.unredacted).sorted(by: { $0.subject < $1.subject }) {
      page.notes.append(
        "'\(text.subject)' is redacted in '\(other.path)' (\(text.reason)), and stands here: "
          + "'stet redact' takes it out here, too")
    }
    pages[member.place] = page
  }

  private mutating func refuse(_ page: String, _ reasons: [String]) {
    var merged = MergedPage(page: page, outcome: .refused)
    merged.notes = reasons
    pages.append(merged)
  }
}
