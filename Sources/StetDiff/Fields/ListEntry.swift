internal import StetModel

/// An entry of a compared list: an author, a tag, a category, a point for or against, an address. It is shown as printed;
/// two entries are equal when the comparison's normalisation makes them so.
public struct ListEntry: Sendable {
  /// What the entry is known by.
  public let name: String
  /// Where it leads, without scheme and tracking parameters (`Review.comparableAddress`).
  public let url: String?
  /// The author's biography.
  public let bio: String?

  /// The name as it is compared.
  let comparedName: String
  private let comparedBio: String?

  init(_ author: Author, rules: Normalization = .all) {
    self.init(name: author.name, url: author.url, bio: author.bio, rules: rules)
  }

  init(_ term: Term, rules: Normalization = .all) { self.init(name: term.name, url: term.url, bio: nil, rules: rules) }

  init(_ text: String, rules: Normalization = .all) { self.init(name: text, url: nil, bio: nil, rules: rules) }

  /// An address by itself, normalised already.
  init(address: String) { self.init(name: address, url: nil, bio: nil, rules: []) }

  private init(name: String, url: String?, bio: String?, rules: Normalization = .all) {
    self.name = rules.shown.text(name)
    self.url = url.map(rules.link)
    self.bio = bio.map(rules.shown.text)
    comparedName = rules.text(name)
    comparedBio = bio.map(rules.text)
  }

  /// Whether both have the same biography.
  func hasBio(of other: ListEntry) -> Bool { comparedBio == other.comparedBio }

  /// `{"name", "url"?, "bio"?}`; or the name alone for points for and against and for addresses.
  func json(of field: RecordField) -> JSONValue {
    switch field {
    case .pros, .cons, .links, .images: return .string(name)
    default: break
    }
    var object: JSONObject = ["name": .string(name)]
    object["url"] = url.map(JSONValue.string)
    object["bio"] = bio.map(JSONValue.string)
    return .object(object)
  }
}

extension ListEntry: Hashable {
  /// Whether both are the same under the comparison's normalisation.
  public static func == (left: ListEntry, right: ListEntry) -> Bool {
    left.comparedName == right.comparedName && left.url == right.url && left.comparedBio == right.comparedBio
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(comparedName)
    hasher.combine(url)
    hasher.combine(comparedBio)
  }
}
