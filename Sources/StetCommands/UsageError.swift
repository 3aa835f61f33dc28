/// A command line that cannot be understood, found after parsing.
struct UsageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, and what to write instead.
  let description: String

  /// An error.
  init(_ description: String) { self.description = description }
}
