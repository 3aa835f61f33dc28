/// A line of a robots.txt, to be shown to people.
public struct RobotsLine: Sendable, Hashable {
  /// The line as printed, without its comment and the space around it.
  public let text: String
  /// The line's number, from 1.
  public let number: Int

  /// A line.
  public init(text: String, number: Int) {
    self.text = text
    self.number = number
  }
}
