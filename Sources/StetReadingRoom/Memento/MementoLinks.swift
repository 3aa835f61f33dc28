internal import StetArchive
internal import StetModel

/// Writes the links between a page, its TimeGate, its TimeMaps and its mementos (RFC 7089, 2.2).
struct MementoLinks {
  let mementos: Mementos
  /// What the room's addresses begin with, a slash at the end.
  let base: String

  /// How many mementos one TimeMap has.
  static let size = 1000

  /// How many TimeMaps there are.
  var parts: Int { max(1, (mementos.all.count + Self.size - 1) / Self.size) }

  /// The page's own address.
  var original: String { MementoAddress.safe(mementos.page.key.description) }
  var timegate: String { "\(base)timegate/\(original)" }

  func timemap(_ form: TimeMapForm, part: Int = 1) -> String {
    "\(base)timemap/\(form.rawValue)/\(part > 1 ? "\(part)/" : "")\(original)"
  }

  func address(_ memento: Mementos.Memento) -> String {
    let link = RoomLinks(isSite: false, place: .front)(.version(mementos.name, memento.version))
    return base + link
  }

  /// The mementos of one TimeMap.
  func mementos(part: Int) -> ArraySlice<Mementos.Memento> {
    mementos.all.dropFirst((part - 1) * Self.size).prefix(Self.size)
  }

  /// One link (RFC 8288, 3).
  static func link(_ address: String, _ relation: String, _ attributes: [(String, String)] = []) -> String {
    "<\(address)>; rel=\"\(relation)\"" + attributes.map { "; \($0.0)=\"\($0.1)\"" }.joined()
  }

  var originalLink: String { Self.link(original, "original") }
  var timegateLink: String { Self.link(timegate, "timegate") }

  /// The link to a TimeMap, with the time that it is about.
  func timemapLink(_ form: TimeMapForm = .link, part: Int = 1, relation: String = "timemap") -> String {
    var attributes = [("type", form.type)]
    let listed = mementos(part: part)
    if let first = listed.first, let last = listed.last {
      attributes += [("from", MementoDate.text(first.captured)), ("until", MementoDate.text(last.captured))]
    }
    return Self.link(timemap(form, part: part), relation, attributes)
  }

  /// The link to a memento; `words` stand before `memento` in its relation.
  func mementoLink(_ memento: Mementos.Memento, _ words: [String] = []) -> String {
    Self.link(
      address(memento), (words + ["memento"]).joined(separator: " "),
      [("datetime", MementoDate.text(memento.captured))])
  }

  /// `first` and `last`, as far as a memento is that.
  func ends(_ memento: Mementos.Memento) -> [String] {
    (memento == mementos.all.first ? ["first"] : []) + (memento == mementos.all.last ? ["last"] : [])
  }

  /// Links to the mementos round a moment: the first, the last, the one before and the one after, each once.
  func around(_ moment: Timestamp) -> [String] {
    var words: [Mementos.Memento: [String]] = [:]
    if let first = mementos.all.first { words[first, default: []].append("first") }
    if let previous = mementos.all.last(where: { $0.captured < moment }) { words[previous, default: []].append("prev") }
    if let next = mementos.all.first(where: { $0.captured > moment }) { words[next, default: []].append("next") }
    if let last = mementos.all.last { words[last, default: []].append("last") }
    return words.sorted { $0.key.captured < $1.key.captured }.map { mementoLink($0.key, $0.value) }
  }
}
