/// What a writer keeps between two changes.
struct WriterState: ~Copyable {
  /// Whether nothing was left half done so far.
  var isClean = true
  /// Which addresses led to which pages; nil until it is asked for.
  var aliases: AliasTable?

  /// Pages that were written to.
  var pages = OpenPages()
  /// What a crash had left in WARC files and was put right at the start.
  var recoveries: [Finding] = []
  /// The WARC files that were appended to.
  var evidence: EvidenceFiles

  private var lock: ArchiveLock?

  init(lock: consuming ArchiveLock, evidence: EvidenceFiles) {
    self.lock = consume lock
    self.evidence = evidence
  }

  var holdsLock: Bool {
    switch lock {
    case .none: false
    case .some: true
    }
  }

  mutating func releaseLock() {
    lock.take()?.release(isClean: isClean)
  }
}
