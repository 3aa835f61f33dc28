public import StetModel

/// Page to record.
public struct Extractor: Sendable {
  /// An extractor that tries these site profiles first.
  public init(profiles: [SiteProfile] = SiteProfile.bundled) { self.profiles = profiles }

  private let profiles: [SiteProfile]

  /// Reads a page.
  /// - Throws: `ExtractError` when the page has no readable main text.
  public func extract(_ page: Page) throws(ExtractError) -> Extraction {
    throw ExtractError(.unreadable, "not yet")
  }
}
