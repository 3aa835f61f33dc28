internal import StetModel

/// The number of a page of a listing, as its address tells: `/page/3/`, `?page=3`, `/reviews/3`.
struct PageMark {
  /// The number; 1 when the address has none.
  let number: Int
  private let rest: String
  private let hasNumber: Bool

  /// The most pages that a listing is believed to have.
  static let most = 10_000

  init(_ address: PageAddress) {
    if let (number, rest) = Self.inQuery(address) ?? Self.inPath(address) {
      self.number = number
      self.rest = rest
      hasNumber = true
    } else {
      number = 1
      rest = Self.plain(address.path, address.query)
      hasNumber = false
    }
  }

  /// Whether an address is that of the page after this one of the same listing.
  func isNext(_ address: PageAddress) -> Bool {
    let other = PageMark(address)
    return other.hasNumber && other.number == number + 1 && other.rest == rest
  }

  /// `page=3` among the parameters; nil without one.
  private static func inQuery(_ address: PageAddress) -> (Int, String)? {
    guard let query = address.query else { return nil }
    var parameters = query.split(separator: "&")
    for (index, parameter) in parameters.enumerated() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, names.contains(ASCII.lowercased(String(parts[0]))), let number = number(parts[1]) else {
        continue
      }
      parameters.remove(at: index)
      return (number, plain(address.path, parameters.joined(separator: "&")))
    }
    return nil
  }

  /// `/page/3`, `/page3`, `/page-3.html`, or a last folder that is a small number.
  private static func inPath(_ address: PageAddress) -> (Int, String)? {
    var segments = address.path.split(separator: "/").map { ASCII.lowercased(String($0)) }
    guard var last = segments.popLast() else { return nil }
    for ending in [".html", ".htm", ".php", ".aspx"] where last.hasSuffix(ending) { last.removeLast(ending.count) }
    let digits = String(last.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    guard let number = number(Substring(digits)) else { return nil }
    let name = last.dropLast(digits.count).reversed().drop { "-_=.:".contains($0) }.reversed()
    if name.isEmpty {
      if let before = segments.last, names.contains(before) {
        segments.removeLast()
      }
      // A year is no page.
      else if digits.count > 3 {
        return nil
      }
    } else if !names.contains(String(name)) {
      return nil
    }
    return (number, plain("/" + segments.joined(separator: "/"), address.query))
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy(ASCII.isDigit), let number = Int(text),
      (1...most).contains(number)
    else { return nil }
    return number
  }

  private static func plain(_ path: String, _ query: String?) -> String {
    var path = ASCII.lowercased(path)
    while path.hasSuffix("/") { path.removeLast() }
    for ending in ["/index.html", "/index.php", "/index.htm"] where path.hasSuffix(ending) {
      path.removeLast(ending.count)
    }
    return path + "?" + (query ?? "")
  }

  private static let names: Set<String> = [
    "page", "paged", "p", "pg", "pageno", "pagenumber", "pagenum", "currentpage", "seite", "pagina", "página", "sivu",
    "side", "sida", "strana", "strona", "stranica", "oldal",
  ]
}
