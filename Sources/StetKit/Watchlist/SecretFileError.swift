/// A file of secrets that cannot be used. Never has a word of what stands in it.
struct SecretFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  let path: String
  /// What is wrong, and what to do, without a full stop.
  let reason: String

  init(_ path: String, _ reason: String) {
    self.path = path
    self.reason = reason
  }

  /// For a person.
  var description: String { "Cannot use the file '\(path)': \(reason)." }
}
