public import StetModel

/// A stretch of text that two versions share, or that one of them has.
public struct WordRun: Sendable, Hashable {
  /// Which side has it.
  public enum Operation: String, Sendable, Hashable {
    /// Both.
    case kept = "="
    /// The old one.
    case removed = "-"
    /// The new one.
    case added = "+"
  }

  /// Which side has it.
  public let operation: Operation
  /// The stretch, white space included.
  public let text: String

  /// A stretch.
  public init(_ operation: Operation, _ text: String) {
    self.operation = operation
    self.text = text
  }

  /// `{"op": "=", "-" or "+", "text"}`.
  public var json: JSONValue { .object(["op": .string(operation.rawValue), "text": .string(text)]) }
}
