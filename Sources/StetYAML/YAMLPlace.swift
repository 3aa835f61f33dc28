/// Where something stands in a YAML file.
public struct YAMLPlace: Sendable, Hashable {
  /// Line, from 1; nil when it is not known.
  public let line: Int?
  /// Column, from 1, in Unicode scalars; nil when it is not known.
  public let column: Int?

  /// A place.
  public init(line: Int?, column: Int?) {
    self.line = line
    self.column = column
  }

  /// Something wrong here.
  public func fault(_ message: String) -> YAMLFault { YAMLFault(line: line, column: column, message) }
}
