internal import StetHTML
internal import StetModel

/// Who began a thread, as the software of forums writes it on the element of each post: `<li data-author="ada">`.
struct PostAuthorMark {
  let reading: PageReading

  private static let names: Set<String> = ["data-author", "data-author-username"]

  /// Adds the author of the first post, if the posts say whose they are.
  func addCandidate(to found: inout FoundAuthors) {
    let document = reading.document
    for node in 0..<document.count where reading.survey.weight[node] > 20 {
      for index in document.attributeRange(node) where document.attributes[index].name == .other {
        guard Self.names.contains(document.name(ofAttribute: index)) else { continue }
        let name = ReadingText.normalized(document.string(document.attributes[index].value))
        guard (2...60).contains(name.utf8.count), !PersonName.isNobody(name) else { continue }
        found.add([name], node, rule: "the first post says whose it is", score: 0.6)
        return
      }
    }
  }
}
