/// A CSS selector that cannot be read.
public struct SelectorError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where the trouble is: characters of the selector, the first being 1. One after the last means that something is
  /// missing at the end.
  public let column: Int
  /// What is wrong and what to write instead, for a person.
  public let message: String
  /// The selector as given.
  public let selector: String

  init(_ reason: String, remedy: String, column: Int, selector: String) {
    self.column = column
    self.selector = selector
    message = "Cannot read the selector '\(selector)': \(reason) at column \(column). \(remedy)"
  }

  /// One line for a person.
  public var description: String { message }
}
