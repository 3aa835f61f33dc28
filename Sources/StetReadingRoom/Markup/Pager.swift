/// The way to the other parts of a long list.
struct Pager {
  let links: RoomLinks
  let address: RoomAddress
  /// What the list is asked for with, the part apart.
  let query: [(name: String, value: String)]
  /// Which part this is, the first being 1.
  let part: Int
  /// How many there are.
  let parts: Int

  /// The part that a request asks for, from 1 to a bound.
  static func part(_ request: RoomRequest, of parts: Int) -> Int {
    min(max(1, parts), max(1, request.value("part").flatMap { Int($0) } ?? 1))
  }

  /// How many parts so many items make; at least one.
  static func parts(_ count: Int, of size: Int) -> Int { max(1, (count + size - 1) / size) }

  /// nil where there is one part only.
  var html: Markup? {
    guard parts > 1 else { return nil }
    let before: Markup? = part > 1 ? "<a rel=\"prev\" href=\"\(link(part - 1))\">Previous</a>" : nil
    let after: Markup? = part < parts ? "<a rel=\"next\" href=\"\(link(part + 1))\">Next</a>" : nil
    return """
      <nav class="pager" aria-label="Parts of the list">\(before) <span>\(part) of \(parts)</span> \(after)</nav>
      """
  }

  private func link(_ part: Int) -> String {
    // Files cannot be asked for anything.
    if links.isSite, case .host(let host) = address { return links(part > 1 ? .hostPart(host, part) : address) }
    return links(address, query: query + (part > 1 ? [(name: "part", value: "\(part)")] : []))
  }
}
