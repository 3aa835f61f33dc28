public import StetFetch
public import StetModel

/// What to ask for to archive a page.
public struct PageInquiry: Sendable {
  /// The request for the page; conditional when the archive knows what its address last answered.
  public var request: FetchRequest
  /// The later pages that it had then, where the request is conditional: it is unchanged only if none of them has changed.
  public let parts: [ResponsePart]
}
