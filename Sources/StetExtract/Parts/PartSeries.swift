public import StetModel

/// What is known of an article's pages while they are read: how their addresses are numbered, and how many there were.
public struct PartSeries: Sendable, Hashable {
  let form: PartForm
  /// The number of the page that is read.
  let number: Int

  /// Whether an address is that of the page itself, perhaps in another spelling: on http or https, with a slash at its end.
  public func names(_ address: PageAddress) -> Bool { form.number(of: address) == number }

  /// Whether an address is that of the page after it.
  func isNext(_ address: PageAddress) -> Bool { form.number(of: address) == number + 1 }

  /// Whether an address is that of a page behind the one after it.
  func isLater(_ address: PageAddress) -> Bool { form.number(of: address).map { $0 > number + 1 } ?? false }
}
