public import StetArchive

/// When the known pages of a site are visited again.
public enum RecheckRule: Sendable, Hashable {
  /// A day after the page was first seen or last changed, then after two days, four … up to ninety.
  case adaptive
  /// After so many seconds, always.
  case every(seconds: Int64)
  /// Never: only new pages are archived.
  case never

  /// The schedule for the archive's index; nil for `never`.
  public var schedule: RevisitSchedule? {
    switch self {
    case .adaptive: .adaptive
    case .every(let seconds): RevisitSchedule(minimum: seconds, maximum: seconds)
    case .never: nil
    }
  }
}
