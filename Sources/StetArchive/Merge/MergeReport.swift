public import StetModel

/// What a merge of another archive came to.
public struct MergeReport: Sendable, Hashable {
  /// Pages that were not here.
  public var new = 0
  /// Pages that were here and have more now.
  public var merged = 0
  /// Pages of which all was here already.
  public var known = 0
  /// Pages of which nothing was taken over, because they are broken there or cannot be written here.
  public var refused = 0
  /// How many versions were taken over.
  public var versions = 0
  /// How many visits were logged for it.
  public var visits = 0
  /// How many observations were taken over.
  public var observations = 0
  /// Captures that were appended to WARC files; 0 in a rehearsal.
  public var captures = 0
  /// What is broken in the other archive beside its pages, and was not taken over, for a person.
  public var faults: [String] = []
  /// Whether it was stopped before its end.
  public var isStopped = false

  /// Whether all that the other archive holds is here now.
  public var isComplete: Bool { refused == 0 && faults.isEmpty && !isStopped }
}

/// What a merge did with a page.
public struct MergedPage: Sendable, Hashable {
  /// What came of it.
  public enum Outcome: String, Sendable, Hashable {
    /// It was not here.
    case new
    /// It was here, and has more now.
    case merged
    /// All of it was here.
    case known
    /// Nothing was taken over.
    case refused
  }

  /// The page's key; its folder where nothing tells the key.
  public let page: String
  /// What came of it.
  public var outcome: Outcome
  /// How many versions were taken over.
  public var versions = 0
  /// How many visits were logged for it.
  public var visits = 0
  /// How many observations were taken over.
  public var observations = 0
  /// How many of the versions and observations came without their text, because it was redacted here.
  public var redacted = 0
  /// What a person should know, or why it was refused.
  public var notes: [String] = []

  init(page: String, outcome: Outcome) {
    self.page = page
    self.outcome = outcome
  }

  /// `{"page", "outcome", "versions", "visits", "observations", "redacted"?, "notes"?}`.
  public var json: JSONValue {
    var object: JSONObject = ["page": .string(page), "outcome": .string(outcome.rawValue)]
    object["versions"] = .number(Double(versions))
    object["visits"] = .number(Double(visits))
    object["observations"] = .number(Double(observations))
    object["redacted"] = redacted == 0 ? nil : .number(Double(redacted))
    object["notes"] = notes.isEmpty ? nil : .strings(notes)
    return .object(object)
  }
}

/// How far a merge is.
public enum MergeStage: Sendable, Hashable {
  /// So many of so many files and pages of the other archive are checked.
  case checking(Int, of: Int)
  /// Of so many of so many WARC files the captures are taken over.
  case captures(Int, of: Int)
  /// So many of so many pages are taken over.
  case pages(Int, of: Int)
}
