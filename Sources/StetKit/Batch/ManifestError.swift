/// A line of a batch manifest that is not what it should be.
public struct ManifestError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Path of the manifest.
  public let subject: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong and what to write instead.
  public let reason: String

  /// One line for a person.
  public var description: String { "Cannot read the manifest '\(subject)', line \(line): \(reason)" }
}
