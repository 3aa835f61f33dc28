internal import StetHTML
internal import StetModel

/// What a box with data about the thing reviewed says: "Title: X", `<dt>Originaltitel</dt><dd>X</dd>`, `<b>Pages:</b> 320<br>`.
struct DataBox {
  /// What a row tells.
  enum Fact: Sendable {
    case name
    /// Who directed it.
    case director
    /// Who wrote it, or who wrote the page.
    case author
    /// Who plays or sings it.
    case artist
    case year
    /// What only books have: pages, a publisher's number.
    case pages
    /// What only games have: what they are played on.
    case platform
    /// What only films have: the day that they come to the cinemas, who may see them.
    case cinema
  }

  /// The value of the first row of each sort, and where it stands.
  private(set) var rows: [Fact: (value: String, node: Int)] = [:]

  /// The heading or the bold line just over the first row that only boxes about works have.
  private(set) var heading: (name: String, node: Int)?

  /// The lines read at most, and what a line of a box may weigh.
  private static let maximumLines = 600
  private static let lineWeights: ClosedRange<Int32> = 1...160

  init(_ reading: PageReading) {
    guard let region = reading.region else { return }
    let survey = reading.survey
    var waiting: Fact?
    var seen = 0
    var above: Int?
    let document = reading.document
    for node in reading.nodes(from: region.start - 60, to: region.end + 60) {
      if document.tag(node) == .br {
        seen += 1
        guard seen < Self.maximumLines else { return }
        readBroken(node, reading)
        continue
      }
      let isRun = [.b, .strong, .span].contains(document.tag(node)) && (2...40).contains(survey.weight[node])
      guard isRun || Self.lineWeights.contains(survey.ownWeight[node]), survey.isVisible[node] else { continue }
      if !isRun { seen += 1 }
      guard seen < Self.maximumLines else { return }
      // Of a block of several lines this is the first, which stands in the middle of none.
      if !isRun, document.subtree(node).prefix(40).contains(where: { document.tag($0) == .br }) {
        waiting = nil
        readBroken(node, reading)
        continue
      }
      // The line behind a label is its value.
      guard waiting != nil || Self.filter.mayOpen(document.text[document.textRange(node)]) else {
        if document.tag(node) != .span { above = node }
        continue
      }
      let line = survey.line(node)
      guard line.utf8.count < 300, !reading.isForeign(node) else {
        waiting = nil
        continue
      }
      if let fact = waiting { add(line[...], as: fact, node) }
      waiting = nil
      let count = rows.count
      read(line, node, isRun: isRun, reading, waiting: &waiting)
      if rows.count > count || waiting != nil, count == 0 { readHeading(above, before: node, reading) }
    }
  }

  /// A line that begins with a block or behind a `<br>` and ends at the next.
  private mutating func readBroken(_ node: Int, _ reading: PageReading) {
    let document = reading.document
    let start = document.textRange(node).lowerBound
    let end = document.textRange(Int(reading.survey.block[node])).upperBound
    guard start < end, Self.filter.mayOpen(document.text[start..<min(end, start + 60)]), !reading.isForeign(node),
      let line = LabelledText(reading).line(from: node)
    else { return }
    var waiting: Fact?
    read(line, node, isRun: false, reading, waiting: &waiting)
  }

  /// What stands over the first row, if it looks like the name of what the rows are about: large or bold, short, and not
  /// the page's own headline.
  private mutating func readHeading(_ node: Int?, before row: Int, _ reading: PageReading) {
    guard let node, rows[.name] == nil, row - node < 16, reading.document.tag(node) != .h1 else { return }
    let isBold = [.h2, .h3, .h4, .h5, .h6, .b, .strong, .em, .i, .cite].contains(reading.document.tag(node))
    guard isBold, reading.survey.weight[node] < 70, !reading.isForeign(node) else { return }
    let name = TitleName.unquoted(TitleName.trimmed(reading.survey.line(node)[...]))
    guard (2...100).contains(name.utf8.count), name.last != ":", ReviewWords.isSection(name) == false,
      !Self.generalHeadings.contains(name.lowercased())
    else { return }
    heading = (name, node)
  }

  /// What boxes are called that are not called by the name of the thing.
  private static let generalHeadings: Set<String> = [
    "info", "infos", "information", "informationen", "details", "facts", "fakta", "fakten", "ficha", "ficha técnica",
    "fiche", "fiche technique", "scheda", "scheda tecnica", "steckbrief", "the details", "movie info", "film info",
    "book info", "book details", "credits", "cast", "cast & crew", "cast and crew", "specs", "specifications",
    "zum film",
    "zum buch", "über das buch", "about the book", "about the film", "at a glance", "auf einen blick", "infobox",
    "dados",
    "rating", "overview", "daten", "gegevens", "summary",
  ]

  private mutating func read(
    _ line: String, _ node: Int, isRun: Bool, _ reading: PageReading, waiting: inout Fact?
  ) {
    let end = line.firstIndex { ":：".contains($0) }
    let words = TitleName.trimmed(line[..<(end ?? line.endIndex)]).lowercased()
    guard let fact = Self.labels[words] else { return }
    if let end, add(line[end...], as: fact, node) { return }
    if isRun {
      // In a block of its own the colon may stand behind the bold words.
      if Int(reading.survey.block[node]) != node, let value = LabelledText(reading).behind(node) {
        add(value[...], as: fact, node)
      }
    } else if fact != .author || end != nil || Self.cells.contains(reading.document.tag(node)) {
      // "Author" alone over a name is the page's.
      waiting = fact
    }
  }

  @discardableResult
  private mutating func add(_ text: Substring, as fact: Fact, _ node: Int) -> Bool {
    let value = TitleName.unquoted(TitleName.trimmed(text))
    guard (2...120).contains(value.utf8.count) else { return false }
    if rows[fact] == nil { rows[fact] = (value, node) }
    return true
  }

  private static let cells: [Tag] = [.dt, .th, .td, .div, .h3, .h4, .h5]

  /// The names of those who made it, by the row that a thing of this type has them in.
  /// - Parameter authors: those who wrote the page, whom such a row may name too.
  func makers(of type: String?, authors: [String]) -> [String] {
    let fact: Fact
    switch type {
    case "Book": fact = .author
    case "MusicAlbum": fact = .artist
    case nil, "Movie", "TVSeries": fact = .director
    default: return []
    }
    guard let row = rows[fact] else { return [] }
    if fact == .artist { return row.value.utf8.count < 60 ? [row.value] : [] }
    // The row may end as a sentence does.
    let isSentence = row.value.last == "." && row.value.dropLast().suffix(3).allSatisfy(\.isLetter)
    let names = NameList.parts(of: isSentence ? row.value.dropLast() : row.value[...]).filter {
      PersonName.isPlausible($0)
    }
    return fact == .author && names.contains { authors.contains($0) } ? [] : names
  }

  /// The year that a row of years gives: its only number of four digits.
  var year: Int? {
    guard let value = rows[.year]?.value else { return nil }
    let years = value.split { !$0.isNumber }.compactMap { $0.utf8.count == 4 ? Int($0) : nil }
    return years.count == 1 && (1880...2100).contains(years[0]) ? years[0] : nil
  }

  /// The type of a thing that has such rows.
  var type: String? {
    if rows[.pages] != nil { return "Book" }
    if rows[.platform] != nil { return "VideoGame" }
    return rows[.cinema] != nil ? "Movie" : nil
  }

  /// Whether a label such as "Author" stands in the first lines of an element or just before it.
  static func mayLabelAuthor(_ reading: PageReading, at node: Int) -> Bool {
    reading.nodes(from: node - 8, to: node + 24).contains { near in
      guard reading.document.tag(near) == .text else { return false }
      return authorFilter.mayOpen(reading.document.text[reading.document.textRange(near)])
    }
  }

  private static let authorFilter = WordFilter(
    labels.filter { $0.value == .author }.map(\.key), prefixBytes: 64)

  /// Whether there is a row that only boxes about works have.
  var isAboutWork: Bool { type != nil || rows[.director] != nil || rows[.artist] != nil }

  // MARK: Labels

  private static let labels: [String: Fact] = {
    var table: [String: Fact] = [:]
    for (fact, words) in words {
      for word in words.split(separator: ",") { table[String(TitleName.trimmed(word[...]))] = fact }
    }
    return table
  }()

  private static let filter = WordFilter(Array(labels.keys), prefixBytes: 64)

  private static let words: [(Fact, String)] = [
    (
      .name,
      """
      title, titel, originaltitel, original title, book title, film title, titre, titre original, título, \
      título original, titulo, titolo, titolo originale, oorspronkelijke titel, tytuł, tytuł oryginalny, название, \
      название фильма, otsikko, název, 作品名, タイトル, 书名, 書名, 片名, 제목, movie title, buchtitel, filmtitel
      """
    ),
    (
      .director,
      """
      director, directed by, regie, regi, regia, regisseur, regissør, regissör, réalisation, réalisateur, \
      réalisatrice, dirección, director/a, direção, diretor, reżyseria, režie, ohjaus, режиссер, режиссёр, 監督, 导演, \
      導演, 감독, dirigida por, un film de, réalisé par, diretto da, directors, rendező
      """
    ),
    (
      .author,
      """
      author, authors, autor, autorin, autor/in, autor(in), autoren, auteur, auteure, autrice, autore, autora, \
      schrijver, forfatter, författare, kirjailija, författare, автор, autorzy, book author, szerző, 作者, \
      著者, 저자
      """
    ),
    (
      .artist,
      """
      artist, band, künstler, interpret, artiste, groupe, artista, gruppo, grupo, artiest, artysta, wykonawca, \
      исполнитель, アーティスト
      """
    ),
    (
      .year,
      """
      year, release year, year of release, released, release date, jahr, erscheinungsjahr, erscheinungsdatum, \
      produktionsjahr, année, année de production, année de sortie, año, anno, ano, jaar, år, produktionsår, \
      utgivningsår, rok, rok produkcji, rok wydania, год, год выпуска, first published, publication year, \
      jahr der veröffentlichung, vuosi, év, 公開年
      """
    ),
    (
      .pages,
      """
      isbn, isbn-13, isbn-10, isbn13, pages, page count, number of pages, seiten, seitenzahl, seitenanzahl, \
      nombre de pages, páginas, nº de páginas, número de páginas, numero di pagine, pagine, pagina's, \
      aantal pagina's, liczba stron, počet stran, страниц, количество страниц, antal sidor, sider, antal sider, \
      sivumäärä, sivuja, oldalszám, 页数, ページ数
      """
    ),
    (
      .platform,
      "platform, platforms, plattform, plattformen, plateforme, plateformes, plataforma, plataformas, piattaforma, piattaforme, platforma, played on, platformen, платформа, платформы"
    ),
    (
      .cinema,
      """
      kinostart, fsk, filmstart, date de sortie en salles, sortie en salle, in cinemas, mpaa rating, bioscooprelease, \
      premiär, biopremiär, bbfc, dvd-start
      """
    ),
  ]
}
