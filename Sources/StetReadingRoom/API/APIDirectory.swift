internal import StetModel

/// What the room has for programs, for programs: addresses as templates (RFC 6570), relative to the document's own.
enum APIDirectory {
  private struct Resource {
    let name: String
    let template: String
    let text: String
    let like: String?
  }

  private static let resources = [
    Resource(name: "sites", template: "sites", text: "All sites, with counts.", like: nil),
    Resource(
      name: "pages", template: "pages{?host,since,order,limit,after}",
      text: "The pages, a part at a time; the Link field names the next part.", like: "stet list --json"),
    Resource(
      name: "page", template: "pages/{host}/{folder}", text: "A page's versions and visits.", like: "stet log --json"),
    Resource(
      name: "version", template: "pages/{host}/{folder}/{version}", text: "A version as it is stored.",
      like: "stet show --json"),
    Resource(
      name: "diff", template: "pages/{host}/{folder}/{old}..{new}", text: "What differs between two versions.",
      like: "stet diff --json"),
    Resource(
      name: "search", template: "search{?q,versions,limit}", text: "Full text, the best first.",
      like: "stet search --json"),
    Resource(
      name: "changes", template: "changes{?host,since,limit,after}",
      text: "The versions captured last and what changed in each; the Link field names the next part.", like: nil),
  ]

  /// `{"format": "stet-api/1", "stet", "resources": [{"name", "template", "description", "like"?}]}`.
  static var json: JSONValue {
    let list = resources.map { resource -> JSONValue in
      var object: JSONObject = [
        "name": .string(resource.name), "template": .string(resource.template), "description": .string(resource.text),
      ]
      object["like"] = resource.like.map(JSONValue.string)
      return .object(object)
    }
    return .object(["format": "stet-api/1", "stet": .string(StetVersion.text), "resources": .array(list)])
  }
}
