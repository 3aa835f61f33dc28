/// Somebody who could not be told of changes.
struct NotificationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was used: `command`, `webhook` or `atom`.
  let means: String
  /// What went wrong, in a word: as long as it stays the same, the trouble is the same.
  let code: String
  /// One line for a person.
  let description: String
}
