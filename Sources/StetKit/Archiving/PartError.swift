internal import StetFetch
internal import StetModel

/// A later page of a review that could not be had now: nothing is stored, and what the archive has stays.
public struct PartError: Error, Sendable, CustomStringConvertible {
  /// The review's address.
  public let subject: String
  /// Which page it is, from 2.
  public let number: Int
  /// `FetchError`, or `ResponseError` for a status that may pass.
  public let cause: any Error

  /// One line for a person.
  public var description: String { "Cannot archive '\(subject)': its page \(number) is missing. \(cause)" }

  init(_ subject: PageAddress, _ number: Int, _ cause: any Error) {
    self.subject = subject.textWithoutUser
    self.number = number
    self.cause = cause
  }
}
