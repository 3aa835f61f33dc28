public import StetModel

/// A review of a simulated site: when it is published, when its text changes, when it goes.
public struct SimulatedPage: Sendable {
  /// How the server lets a client ask whether the page has changed.
  public enum Validator: Sendable, CaseIterable {
    /// A new ETag with each text.
    case etag
    /// The moment of the last change.
    case lastModified
    /// Both.
    case both
    /// Not at all: each answer is whole.
    case none
    /// An ETag that never changes, whatever the text does.
    case lyingETag
  }

  /// The path.
  public let path: String
  /// The headline; no two pages of a web have the same.
  public let title: String
  /// When it appears.
  public let published: Timestamp
  /// When its text changes, in order.
  public var edits: [Timestamp] = []
  /// When it is gone; nil: never.
  public var removed: Timestamp?
  /// How the server lets a client ask whether the page has changed.
  public var validator: Validator = .etag

  /// A page.
  public init(_ path: String, title: String, published: Timestamp) {
    self.path = path
    self.title = title
    self.published = published
  }

  /// Which text the page has, counted from 1; nil when there is none.
  public func take(at moment: Timestamp) -> Int? {
    guard moment >= published, removed.map({ moment < $0 }) ?? true else { return nil }
    return 1 + edits.count { $0 <= moment }
  }

  /// A sentence that stands in this text and in no other one.
  public func mark(_ take: Int) -> String { "This is take \(take) of what we wrote about \(title)." }

  /// The page's source.
  func html(_ take: Int) -> String {
    var page = ReviewPage()
    page.title = title
    page.paragraphs = [mark(take)] + page.paragraphs.prefix(2).map { "\($0) So much for \(title)." }
    page.head = "<meta property=\"article:published_time\" content=\"\(published)\">"
    return page.html
  }

  func answer(to request: SimulatedRequest) -> SimulatedAnswer {
    guard let take = take(at: request.moment) else { return SimulatedAnswer(404, html: "<h1>Not found</h1>") }
    let changed = edits.last { $0 <= request.moment } ?? published
    var answer = SimulatedAnswer(200, html: html(take))
    switch validator {
    case .etag: answer.headers.append(("ETag", "\"take-\(take)\""))
    case .lastModified: answer.headers.append(("Last-Modified", changed.httpDate))
    case .both: answer.headers += [("ETag", "W/\"take-\(take)\""), ("Last-Modified", changed.httpDate)]
    case .lyingETag: answer.headers.append(("ETag", "\"static\""))
    case .none: break
    }
    return answer.revalidated(request)
  }
}
