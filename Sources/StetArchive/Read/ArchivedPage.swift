public import StetModel

/// A page that an archive has.
public struct ArchivedPage: Sendable, Hashable {
  /// What identifies it.
  public let key: PageKey
  /// Its folder below the archive's root (`pages/reviews.example/film_a~0123456789`).
  public let folder: String
  /// Other addresses that led to it, in normal form, in the order seen.
  public let aliases: [String]
}
