/// A site profile that cannot be used.
public struct ProfileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Path or name of the profile.
  public let path: String
  /// Line, from 1; nil when the whole file is meant.
  public let line: Int?
  /// What is wrong, and what to write instead.
  public let message: String

  init(path: String, line: Int? = nil, _ message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  /// One line for a person: `profiles/example.yaml:12: …`.
  public var description: String {
    "Cannot use the profile '\(path)\(line.map { ":\($0)" } ?? "")': \(message)"
  }
}
