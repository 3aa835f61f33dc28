/// How far an index has read the journal, and what it has to look at again all the same.
struct JournalPosition: Hashable {
  /// Which journal; empty when the index has read none.
  var journal = ""
  /// How many bytes of it were read.
  var offset = 0
  /// The machine's boot in which a run began that has not ended yet; nil when none is open.
  var openBoot: String?
  /// Pages that a run may have been at work on when they were read.
  var pending: [String] = []

  /// Whether the run that is open can have lost lines: the machine went down under it, or it runs on another one.
  var mayHaveLostLines: Bool {
    openBoot.map { $0.isEmpty || $0 != JournalText.bootIdentifier } ?? false
  }
}
