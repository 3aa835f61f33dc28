/// What a comparison passes over. One normalisation stands behind "did it change", the diff and the view of a page: `all`.
public struct Normalization: OptionSet, Sendable, Hashable {
  /// The classes as bits.
  public let rawValue: UInt8

  /// A set of classes from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Runs of white space, space at the ends, and marks that cannot be seen (`ReadingText`).
  public static let whitespace = Normalization(rawValue: 1)
  /// The shape of quotation marks, dashes and the like (`Typography`).
  public static let typography = Normalization(rawValue: 2)
  /// Scheme and tracking parameters of addresses (`Review.comparableAddress`).
  public static let links = Normalization(rawValue: 4)
  /// The size in which an image is asked for (`ImageAddress`).
  public static let images = Normalization(rawValue: 8)
  /// Everything: what decides whether there is a new version.
  public static let all: Normalization = [.whitespace, .typography, .links, .images]

  /// The same but for the typography, which a reader is shown as it was printed.
  public var shown: Normalization { subtracting(.typography) }

  /// A text as far as the comparison looks at it.
  public func text(_ text: String) -> String {
    let text = contains(.whitespace) ? ReadingText.normalized(text) : text
    return contains(.typography) ? Typography.folded(text) : text
  }

  /// An address as far as the comparison looks at it.
  public func link(_ address: String) -> String {
    contains(.links) ? Review.comparableAddress(address) : address
  }

  /// An image's address as far as the comparison looks at it.
  public func image(_ address: String) -> String {
    contains(.images) ? ImageAddress.comparable(address) : address
  }
}
