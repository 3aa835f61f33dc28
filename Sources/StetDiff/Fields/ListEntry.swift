internal import StetModel

/// An entry of a compared list: an author, a tag, a category, a point for or against; normalised.
public struct ListEntry: Sendable, Hashable {
  /// What the entry is known by.
  public let name: String
  /// Where it leads, without scheme and tracking parameters (`Review.comparableAddress`).
  public let url: String?
  /// The author's biography.
  public let bio: String?

  init(_ author: Author) {
    name = ReadingText.normalized(author.name)
    url = author.url.map(Review.comparableAddress)
    bio = author.bio.map(ReadingText.normalized)
  }

  init(_ term: Term) {
    name = ReadingText.normalized(term.name)
    url = term.url.map(Review.comparableAddress)
    bio = nil
  }

  init(_ text: String) {
    name = ReadingText.normalized(text)
    url = nil
    bio = nil
  }

  /// `{"name", "url"?, "bio"?}`, or the name alone for points for and against.
  func json(of field: RecordField) -> JSONValue {
    if field == .pros || field == .cons { return .string(name) }
    var object: JSONObject = ["name": .string(name)]
    object["url"] = url.map(JSONValue.string)
    object["bio"] = bio.map(JSONValue.string)
    return .object(object)
  }
}
