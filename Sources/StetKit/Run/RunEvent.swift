public import StetArchive

/// What a run tells while it goes on.
public enum RunEvent: Sendable {
  /// A page is safe on disk, or failed.
  case page(PageOutcome, site: String)
  /// Something began to go wrong, or goes wrong in another way than before: for a person to know. What is just as it
  /// was at the last run is not told again.
  case trouble(RunTrouble)
}
