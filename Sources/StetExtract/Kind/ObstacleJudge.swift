internal import StetModel

/// Weighs the signs that a page is a wall, an error or nothing at all.
///
/// Signs of one meaning add up (`WarningSign.Certainty`). How much is needed depends on what else the page has: a page
/// with little text and no author needs one likely sign, a longer one a sure sign or several; one with an author, a
/// date or a rating of its own is a page that talks of such things, until two signs say otherwise. A long text is never
/// a wall: an overlay in front of it is not the page.
struct ObstacleJudge {
  /// What the page has apart from signs.
  struct Facts {
    /// Bytes of the text that was read.
    var length: Int
    /// Whether somebody signed or dated the text, rated something, or called it a review.
    var isSigned: Bool
    var status = 200
  }

  /// Less than this is no text.
  private static let noText = 200
  /// Less than this is little text.
  private static let littleText = 600
  /// Walls and errors have less than this.
  private static let longText = 2500

  /// Statuses with which servers turn machines away: Unauthorized, Forbidden, Too Many Requests, Service Unavailable.
  static let wallStatuses: Set<Int> = [401, 403, 429, 503]

  private let facts: Facts
  /// What the signs of each meaning come to, the sign that says most first.
  private let findings: [(code: Obstacle.Code, weight: Int, signs: [WarningSign])]

  /// - Parameters:
  ///   - titles: of the document and of the text.
  ///   - text: what was read, or all words of the page.
  ///   - source: the page's bytes; read only where the text is short enough for a wall.
  ///   - fields: the response's header.
  init(_ facts: Facts, titles: [String], text: String, source: [UInt8], fields: [HeaderField]) {
    self.facts = facts
    let titles = titles.filter { $0.utf8.count < 200 }.map { String(decoding: Self.plain($0), as: UTF8.self) }
    var signs = Self.searches.title.found(in: Array(titles.joined(separator: "\n").utf8))
    signs += Self.wholeTitles.filter { sign in titles.contains { Self.opens($0, with: sign.sign, facts) } }
    signs += Self.searches.text.found(in: Self.plain(Self.ends(of: text)))
    // Scripts of walls stand on many pages that are none, so they are no reason to read a long page's source.
    if facts.length < Self.littleText || (facts.length < Self.longText && !signs.isEmpty) {
      signs += Self.searches.source.found(in: source)
    }
    signs += Self.searches.field.found(in: Array(fields.map { "\($0.name): \($0.value)" }.joined(separator: "\n").utf8))
    var byCode: [Obstacle.Code: [WarningSign]] = [:]
    for sign in signs { byCode[sign.means, default: []].append(sign) }
    findings = Obstacle.Code.allCases.compactMap { code in
      guard let found = byCode[code] else { return nil }
      // "Page not found" is said once by "404: page not found".
      let signs = found.filter { sign in
        !found.contains { $0.sign != sign.sign && $0.place == sign.place && $0.sign.contains(sign.sign) }
      }
      let isRefused = Self.wallStatuses.contains(facts.status) && (code == .botWall || code == .loginWall)
      let weight = signs.reduce(isRefused ? WarningSign.Certainty.hint.rawValue : 0) { $0 + $1.certainty.rawValue }
      return (code, weight, Self.sorted(signs))
    }
  }

  /// What the page is instead of a page; nil when it is one.
  func obstacle() -> Obstacle? {
    // Outright: what a server says in the header is not part of any text.
    if let sign = findings.flatMap(\.signs).first(where: { $0.place == .field && $0.certainty == .sure }) {
      return Obstacle(code: sign.means, maker: sign.maker, sign: sign.sign)
    }
    guard facts.length < Self.longText, !facts.isSigned || facts.length < Self.littleText else { return nil }
    let needed =
      facts.isSigned
      ? WarningSign.Certainty.sure.rawValue + WarningSign.Certainty.hint.rawValue
      : (facts.length < Self.littleText ? WarningSign.Certainty.likely : .sure).rawValue
    return strongest(of: needed)
  }

  /// What the page may be instead of itself, where its history speaks against it, too; nil when nothing says so.
  func suspicion() -> Obstacle? { strongest(of: WarningSign.Certainty.likely.rawValue) }

  private func strongest(of needed: Int) -> Obstacle? {
    // The first of equals: a wall says more than the error that it answers with.
    var best: (code: Obstacle.Code, weight: Int, signs: [WarningSign])?
    for finding in findings where finding.weight >= needed && finding.weight > best?.weight ?? 0 {
      // Many pages ask for scripts, for their comments say.
      if finding.code == .script, facts.length >= Self.noText { continue }
      best = finding
    }
    guard let best, let sign = best.signs.first else { return nil }
    // Words tell only together.
    let says =
      sign.certainty == .word
      ? best.signs.prefix(4).map(\.sign).joined(separator: "”, “") : sign.sign
    return Obstacle(code: best.code, maker: best.signs.lazy.compactMap(\.maker).first, sign: says)
  }

  /// Whether a text does nothing but ask for scripts.
  static func asksForScript(_ text: String) -> Bool {
    text.utf8.count < 500 && searches.text.found(in: plain(text)).contains { $0.means == .script }
  }

  // MARK: Places

  private static let searches = (
    title: SignSearch(.title), text: SignSearch(.text), source: SignSearch(.source), field: SignSearch(.field)
  )
  private static let wholeTitles = WarningSigns.all.filter { $0.place == .wholeTitle }

  private static func sorted(_ signs: [WarningSign]) -> [WarningSign] {
    signs.enumerated().sorted {
      ($1.element.certainty.rawValue, $0.offset) < ($0.element.certainty.rawValue, $1.offset)
    }.map(\.element)
  }

  /// Whether a title is a sign or begins with it: "404: a love story" is a film, and has a text.
  private static func opens(_ title: String, with sign: String, _ facts: Facts) -> Bool {
    if title == sign { return true }
    guard title.hasPrefix(sign), facts.length < littleText, !facts.isSigned else { return false }
    return title.utf8.dropFirst(sign.utf8.count).first.map { !ASCII.isLetter($0) } ?? true
  }

  /// The first 800 bytes of a text, and the last 400.
  private static func ends(of text: String) -> String {
    let bytes = text.utf8
    guard bytes.count > 1200 else { return text }
    return String(decoding: bytes.prefix(800), as: UTF8.self) + "\n"
      + String(decoding: bytes.suffix(400), as: UTF8.self)
  }

  /// In lower case, with one spelling of apostrophes, dots and spaces.
  private static func plain(_ text: String) -> [UInt8] {
    let lower = LowerCase.utf8(text)
    var plain: [UInt8] = []
    plain.reserveCapacity(lower.count)
    var index = 0
    while index < lower.count {
      let byte = lower[index]
      switch byte {
      case 0x0A, 0x09: plain.append(0x20)
      case 0xC2 where lower[index + 1] == 0xA0:
        plain.append(0x20)
        index += 1
      // ’ and ‘
      case 0xE2 where lower[index + 1] == 0x80 && (lower[index + 2] == 0x99 || lower[index + 2] == 0x98):
        plain.append(UInt8(ascii: "'"))
        index += 2
      // …
      case 0xE2 where lower[index + 1] == 0x80 && lower[index + 2] == 0xA6:
        plain.append(contentsOf: "...".utf8)
        index += 2
      default: plain.append(byte)
      }
      index += 1
    }
    return plain
  }
}
