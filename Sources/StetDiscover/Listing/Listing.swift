public import StetHTML
public import StetModel

/// A page that lists articles: a blog's front page, an archive of a month, the results of a category.
public struct Listing: Sendable, Hashable {
  /// The articles, in the order of the page, each address once.
  public var entries: [Discovered]
  /// Where older articles are; nil on the last page.
  public var next: PageAddress?

  /// Reads a listing page.
  ///
  /// With a selector the links are those that it selects, or, where it selects other elements, the first link in each.
  /// Without one, the links are those of repeated cards: many links at like places of the page, each in a part of it
  /// that has a headline, a date, a teaser or a picture besides. Menus, tags, lists of popular pages and the like have
  /// none of that. Nothing is found on pages that have fewer than three such cards.
  /// - Parameters:
  ///   - document: the page.
  ///   - address: its final address. Links to other hosts are no articles, unless the selector selects them.
  ///   - selector: what the user says of the links; nil for none.
  public static func read(_ document: HTMLDocument, at address: PageAddress, selector: ListingSelector? = nil)
    -> Listing
  {
    let links = ListingLinks(document, at: address)
    let next = NextPage(links).address
    if let selector {
      return Listing(entries: SelectedLinks.entries(links, selector.selector), next: next)
    }
    return Listing(entries: CardFinder(links).entries, next: next)
  }
}
