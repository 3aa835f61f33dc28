/// What is wrong at one place of a YAML file.
public struct YAMLFault: Error, Sendable, Hashable {
  /// Line, from 1; nil when the whole file is meant.
  public let line: Int?
  /// Column, from 1, in Unicode scalars; nil when the line, or the whole file, is meant.
  public let column: Int?
  /// What is wrong, and what to write instead.
  public let message: String

  /// A fault.
  public init(line: Int? = nil, column: Int? = nil, _ message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}
