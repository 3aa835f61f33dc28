internal import StetModel

/// The list of a page's mementos (RFC 7089, 5); a long one in parts that name each other (5.1.1).
struct TimeMap {
  let links: MementoLinks
  let part: Int

  /// As links, one a line.
  var linkFormat: String {
    var lines = [
      links.originalLink, links.timemapLink(part: part, relation: "self"), links.timegateLink,
    ]
    lines += others.map { links.timemapLink(part: $0) }
    lines += links.mementos(part: part).map { links.mementoLink($0, links.ends($0)) }
    return lines.joined(separator: ",\n") + "\n"
  }

  var json: JSONValue {
    func memento(_ memento: Mementos.Memento) -> JSONValue {
      .object(["datetime": .string(memento.captured.description), "uri": .string(links.address(memento))])
    }
    let listed = links.mementos(part: part)
    var mementos = JSONObject()
    mementos["first"] = links.mementos.all.first.map(memento)
    mementos["last"] = links.mementos.all.last.map(memento)
    mementos["list"] = .array(listed.map(memento))
    var object: JSONObject = [
      "original_uri": .string(links.original), "self": .string(links.timemap(.json, part: part)),
      "timegate_uri": .string(links.timegate),
      "timemap_uri": .object([
        "link_format": .string(links.timemap(.link, part: part)),
        "json_format": .string(links.timemap(.json, part: part)),
      ]),
      "mementos": .object(mementos),
    ]
    if !others.isEmpty {
      object["timemap_index"] = .array(
        others.map { other in
          let listed = links.mementos(part: other)
          var entry: JSONObject = ["uri": .string(links.timemap(.json, part: other))]
          entry["from"] = listed.first.map { .string($0.captured.description) }
          entry["until"] = listed.last.map { .string($0.captured.description) }
          return .object(entry)
        })
    }
    return .object(object)
  }

  private var others: [Int] { (1...links.parts).filter { $0 != part } }
}
