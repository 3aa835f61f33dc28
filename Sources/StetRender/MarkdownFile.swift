internal import StetModel

/// A version as a Markdown file: what is known of it as YAML front matter, then the record.
public enum MarkdownFile {
  /// The file.
  public static func render(_ version: StoredVersion) -> String {
    let text =
      version.snapshot.review.map(MarkdownRendering.render)
      ?? "*\(MarkdownText.inline(version.absence))*\n"
    return "---\n" + YAMLText.mapping(frontMatter(version)) + "---\n\n" + text
  }

  /// What stands above the text; members that the page does not have are absent.
  static func frontMatter(_ version: StoredVersion) -> JSONObject {
    let snapshot = version.snapshot
    let review = snapshot.review
    var object = JSONObject()
    object["title"] = review?.title.map(JSONValue.string)
    object["page"] = .string(snapshot.page.description)
    object["kind"] = review.map { .string($0.kind.rawValue) }
    object["byline"] = review?.byline.map(JSONValue.string)
    object["authors"] = list(review?.authors.map(\.name))
    object["published"] = review?.published.map(JSONValue.string)
    object["modified"] = review?.modified.map(JSONValue.string)
    object["item"] = review?.item.map { .object(item($0)) }
    object["rating"] = review?.rating.map { .object(rating($0)) }
    object["categories"] = list(review?.categories.map(\.name))
    object["tags"] = list(review?.tags.map(\.name))
    object["site"] = review?.siteName.map(JSONValue.string)
    object["language"] = review?.language.map(JSONValue.string)
    object["captured"] = .string(snapshot.captured.description)
    object["gone"] = version.goneSince.map { .string($0.description) }
    object["redacted"] = version.redaction.map(JSONValue.string)
    object["version"] = .number(Double(snapshot.version))
    object["digest"] = .string(version.digest.description)
    return object
  }

  private static func item(_ item: ReviewItem) -> JSONObject {
    var object = JSONObject()
    object["type"] = item.type.map(JSONValue.string)
    object["name"] = .string(item.name)
    object["creators"] = list(item.creators)
    object["year"] = item.year.map { .number(Double($0)) }
    object["url"] = item.url.map(JSONValue.string)
    return object
  }

  private static func rating(_ rating: Rating) -> JSONObject {
    var object = JSONObject()
    switch rating.value {
    case .number(let number): object["value"] = .number(number)
    case .grade(let grade): object["value"] = .string(grade)
    }
    object["best"] = rating.best.map(JSONValue.number)
    object["worst"] = rating.worst.map(JSONValue.number)
    object["text"] = .string(rating.text)
    return object
  }

  private static func list(_ texts: [String]?) -> JSONValue? {
    guard let texts, !texts.isEmpty else { return nil }
    return .strings(texts)
  }
}
