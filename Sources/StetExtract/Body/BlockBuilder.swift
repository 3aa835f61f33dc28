internal import StetHTML
internal import StetModel

/// Turns a stretch of the tree into blocks.
///
/// Containers without a meaning of their own only part paragraphs, however deep they are nested; lists, quotations,
/// figures and tables are read by themselves, to a bounded depth.
struct BlockBuilder {
  /// Structures nested deeper than this are read as plain paragraphs.
  private static let maximumDepth = 24

  /// A block and what the filter wants to know of it.
  struct Piece {
    var block: Block
    var node: Int
    var linkShare: Double = 0
    var links: [ReviewLink] = []
  }

  private let survey: PageSurvey
  private let clutter: ClutterMap?
  private let model: BlockModel?
  private let excluded: Set<Int>
  /// Elements that have no meaning of their own, whatever their tag: tables that lay out a thread, and quotations that
  /// are its posts.
  private let containers: Set<Int>
  private let images: ImageReader
  private let links: LinkReader
  private let depth: Int
  /// Whether previews of other pages are text.
  private let keepsCards: Bool
  private var document: HTMLDocument { survey.document }

  private var pieces: [Piece] = []
  private var writer = InlineWriter()
  private var owner: Int32 = -1
  private var runNode = 0
  private var breaks = 0
  private var pendingPictures: [Piece] = []
  /// Ends of the inline elements whose marks are open in the writer.
  private var markEnds: [Int] = []

  init(
    _ survey: PageSurvey, clutter: ClutterMap?, model: BlockModel?, excluding excluded: Set<Int>,
    containers: Set<Int> = [],
    depth: Int = 0, keepsCards: Bool = false
  ) {
    self.survey = survey
    self.clutter = clutter
    self.model = model
    self.excluded = excluded
    self.containers = containers
    self.depth = depth
    self.keepsCards = keepsCards
    images = ImageReader(document: survey.document, address: survey.address)
    links = LinkReader(survey: survey)
  }

  /// The blocks of a node's content.
  static func build(
    _ node: Int, _ survey: PageSurvey, clutter: ClutterMap?, model: BlockModel? = nil, excluding excluded: Set<Int>,
    containers: Set<Int> = []
  ) -> [Piece] {
    let keepsCards = model.map { LinkReader(survey: survey).areCardsText(in: node, $0) } ?? false
    var builder = BlockBuilder(
      survey, clutter: clutter, model: model, excluding: excluded, containers: containers, keepsCards: keepsCards)
    builder.read(node..<survey.document.end(node))
    return builder.pieces
  }

  /// Whether nothing of a subtree is text.
  private func isClutter(_ index: Int) -> Bool {
    let isClutter = clutter?.isClutter[index] ?? false
    guard let model else { return isClutter }
    if document.tag(index) == .figure { return isClutter || !model.isAmongText(index, in: survey) }
    if survey.weight[index] == 0 || model.hasText(index, in: document) { return isClutter && survey.weight[index] == 0 }
    return isClutter || !holdsPicture(index) || !model.isAmongText(index, in: survey)
  }

  /// Whether a box without text is one of a picture and its caption.
  private func holdsPicture(_ index: Int) -> Bool {
    survey.weight[index] < 400 && document.end(index) - index < 60
      && document.subtree(index).contains { document.tag($0) == .figure }
  }

  private func nested(_ range: Range<Int>) -> [Piece] {
    var builder = BlockBuilder(
      survey, clutter: clutter, model: model, excluding: excluded, containers: containers, depth: depth + 1,
      keepsCards: keepsCards)
    builder.read(range)
    return builder.pieces
  }

  // MARK: Walking

  private mutating func read(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      while let end = markEnds.last, end <= index {
        markEnds.removeLast()
        writer.close()
      }
      index = readNode(index)
    }
    flush()
  }

  /// Reads one node and returns the index to go on with: the next node, or the end of this one.
  private mutating func readNode(_ index: Int) -> Int {
    let tag = document.tag(index)
    let end = document.end(index)
    if tag == .text {
      if survey.isVisible[index], !excluded.contains(index), model?.isText[Int(survey.block[index])] ?? true {
        write(index)
      }
      return end
    }
    if excluded.contains(index) || isClutter(index) {
      partWords(at: index)
      return end
    }
    if isFrame(index, tag) {
      readEmbed(index)
      return end
    }
    guard survey.isVisible[index] else { return end }
    if TagClass.of(tag).contains(.block) {
      flush()
      if depth < Self.maximumDepth, readStructure(index, tag) { return end }
      return index + 1
    }
    switch tag {
    case .br:
      breaks += 1
      if breaks > 1 { flush() } else { writer.breakLine() }
    case .img: readImage(index)
    case .em, .i, .dfn: open(.emphasis, end)
    case .strong, .b: open(.strong, end)
    case .code, .kbd, .samp, .tt: open(.code, end)
    case .other where images.isPicture(index):
      readImage(index)
      return end
    case .a:
      if !keepsCards && links.isCard(index) || links.isWayBack(index) {
        partWords(at: index)
        return end
      }
      if let address = links.target(index) { open(.link(address), end) }
    default: break
    }
    return index + 1
  }

  /// What is left out of a line may stand between two words, which are not one for that.
  private mutating func partWords(at index: Int) {
    guard survey.weight[index] > 0,
      WordGap.parts(writer.lastWord, document.text[document.textRange(index).upperBound...])
    else { return }
    writer.write([0x20])
  }

  private mutating func open(_ mark: InlineWriter.Mark, _ end: Int) {
    if writer.open(mark) { markEnds.append(end) }
  }

  private mutating func write(_ index: Int) {
    guard survey.weight[index] > 0 else {
      writer.write(document.text[document.textRange(index)])
      return
    }
    if survey.block[index] != owner {
      flush()
      owner = survey.block[index]
    }
    if writer.isEmpty { runNode = index }
    breaks = 0
    writer.write(document.text[document.textRange(index)])
  }

  private mutating func flush() {
    breaks = 0
    if let run = writer.finish() {
      let block: Block
      let holder = owner < 0 ? runNode : Int(owner)
      if let level = headingLevel(holder) {
        block = .heading(level: level, text: run.text)
      } else {
        block = .paragraph(text: run.text, markdown: run.markdown)
      }
      pieces.append(Piece(block: block, node: holder, linkShare: run.linkShare, links: run.links))
    }
    pieces.append(contentsOf: pendingPictures)
    pendingPictures = []
  }

  private func headingLevel(_ node: Int) -> Int? {
    switch document.tag(node) {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  // MARK: Structures

  /// Reads an element with a meaning of its own; false when it is a mere container.
  private mutating func readStructure(_ index: Int, _ tag: Tag) -> Bool {
    if containers.contains(index) { return false }
    switch tag {
    case .ul, .ol, .dir:
      readList(index, ordered: tag == .ol)
      return true
    case .blockquote:
      readQuote(index)
      return true
    case .pre:
      readCode(index)
      return true
    case .figure: return readFigure(index)
    case .table:
      guard model.map({ $0.isMostlyText(index, in: survey) }) ?? true,
        let table = TableReader(survey).read(index)
      else { return false }
      pieces.append(Piece(block: table, node: index, linkShare: survey.linkDensity(index)))
      return true
    case .hr:
      pieces.append(Piece(block: .rule, node: index))
      return true
    default:
      return survey.signals[index].contains(.caption) && readCaption(index)
    }
  }

  /// Reads a list, or what only uses a list's elements for its layout: every child is read once, whatever it is.
  private mutating func readList(_ index: Int, ordered: Bool) {
    var contents: [[Piece]] = []
    var isLayout = !document.subtree(index).contains { document.tag($0) == .li }
    for child in document.children(index) {
      guard survey.isVisible[child], !isClutter(child), !excluded.contains(child) else { continue }
      if document.tag(child) == .text {
        // Words between the entries have no place in a list.
        if survey.weight[child] == 0 { continue }
        isLayout = true
      }
      contents.append(nested(document.tag(child) == .li ? child + 1..<document.end(child) : document.subtree(child)))
    }
    let entries = contents.map(ListEntry.init)
    guard !isLayout, !entries.contains(where: { $0 == nil }) else {
      pieces += contents.joined()
      return
    }
    let linkShare = survey.linkDensity(index)
    var items: [ListItem] = []
    var links: [ReviewLink] = []
    func finishList() {
      if !items.isEmpty {
        let list = Block.list(ordered: ordered, items: items)
        pieces.append(Piece(block: list, node: index, linkShare: linkShare, links: links))
      }
      (items, links) = ([], [])
    }
    for case let entry? in entries {
      if !entry.item.text.isEmpty || !entry.item.items.isEmpty { items.append(entry.item) }
      links += entry.links
      guard !entry.rest.isEmpty else { continue }
      finishList()
      pieces += entry.rest
    }
    finishList()
  }

  private mutating func readQuote(_ index: Int) {
    var cite: String?
    var inner = excluded
    for node in document.subtree(index) where document.tag(node) == .cite || document.tag(node) == .footer {
      // Only a source set apart is one; a title in <cite> inside a sentence is not.
      guard cite == nil, document.tag(node) == .footer || TagClass.of(document.tag(document.parent(node))) == .block,
        survey.block[node] != survey.block[max(node - 1, 0)] || document.tag(document.parent(node)) == .blockquote
      else { continue }
      guard survey.weight[node] < 400, document.end(node) - node < 200 else { continue }
      let line = survey.line(node)
      if !line.isEmpty, line.utf8.count < 200 {
        cite = line
        inner.insert(node)
      }
    }
    var builder = BlockBuilder(
      survey, clutter: clutter, model: model, excluding: inner, depth: depth + 1, keepsCards: keepsCards)
    builder.read(index + 1..<document.end(index))
    guard !builder.pieces.isEmpty else { return }
    pieces.append(
      Piece(
        block: .quote(blocks: builder.pieces.map(\.block), cite: cite), node: index,
        linkShare: survey.linkDensity(index), links: builder.pieces.flatMap(\.links)))
  }

  private mutating func readCode(_ index: Int) {
    var bytes: [UInt8] = []
    for node in document.subtree(index) where document.tag(node) == .text {
      bytes.append(contentsOf: document.text[document.textRange(node)])
    }
    let lineEnds = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    guard let first = bytes.firstIndex(where: { !lineEnds.contains($0) }),
      let last = bytes.lastIndex(where: { !lineEnds.contains($0) })
    else { return }
    let text = String(decoding: bytes[first...last], as: UTF8.self)
    let named = [index] + document.children(index).filter { document.tag($0) == .code }
    let language = named.compactMap { [document] in document.attribute($0, .class) }
      .flatMap { $0.split(separator: " ") }
      .first { $0.hasPrefix("language-") || $0.hasPrefix("lang-") }
      .map { String($0.drop { $0 != "-" }.dropFirst()) }
    pieces.append(Piece(block: .code(text: text, language: language), node: index))
  }

  private mutating func readFigure(_ index: Int) -> Bool {
    // A figure of thousands of nodes is a container under another name.
    guard document.end(index) - index < 1000 else { return false }
    let pictures = document.subtree(index).filter { survey.isVisible[$0] && images.isPicture($0) }
    guard !pictures.isEmpty, !document.subtree(index).contains(where: { document.tag($0) == .table }) else {
      return false
    }
    let caption = document.subtree(index).first { document.tag($0) == .figcaption }.map(survey.line)
    let read = pictures.compactMap { picture in images.read(picture).map { (picture, $0) } }
    for (position, (node, image)) in read.enumerated() {
      let isLast = position == read.count - 1
      let text = isLast ? caption.flatMap { $0.isEmpty ? nil : $0 } : nil
      pieces.append(Piece(block: .figure(src: image.src, alt: image.alt, caption: text), node: node))
    }
    return true
  }

  /// An element called caption: with its picture inside it is a figure, else it belongs to the picture before it.
  private mutating func readCaption(_ index: Int) -> Bool {
    guard survey.weight[index] < 500, document.end(index) - index < 1000 else { return false }
    let line = survey.line(index)
    if let picture = document.subtree(index).first(where: images.isPicture) {
      guard let image = images.read(picture) else { return false }
      let caption = line.isEmpty ? nil : line
      pieces.append(Piece(block: .figure(src: image.src, alt: image.alt, caption: caption), node: picture))
      return true
    }
    guard case .figure(let src, let alt, nil)? = pieces.last?.block else { return false }
    if !line.isEmpty { pieces[pieces.count - 1].block = .figure(src: src, alt: alt, caption: line) }
    return true
  }

  private mutating func readImage(_ index: Int) {
    if let character = images.character(index) {
      writer.write(Array(character.utf8)[...])
      return
    }
    guard model?.isAmongText(index, in: survey) ?? true, let image = images.read(index) else { return }
    let piece = Piece(block: .figure(src: image.src, alt: image.alt), node: index)
    if writer.isEmpty { pieces.append(piece) } else { pendingPictures.append(piece) }
  }

  private func isFrame(_ index: Int, _ tag: Tag) -> Bool {
    switch tag {
    case .iframe, .embed, .object, .video: true
    case .other: ["amp-iframe", "amp-video"].contains(document.name(of: index)) || ampAddress(index) != nil
    default: false
    }
  }

  /// AMP names many players by element and number instead of by address.
  private func ampAddress(_ index: Int) -> String? {
    EmbedHosts.address(ofPlayer: document.name(of: index)) { document.attribute(index, named: $0) }
  }

  private mutating func readEmbed(_ index: Int) {
    guard model?.isAmongText(index, in: survey) ?? true else { return }
    let source = document.attribute(index, .src) ?? document.attribute(index, .dataSrc) ?? ampAddress(index)
    guard let address = source.flatMap(survey.address.resolving), EmbedHosts.contains(address) else { return }
    flush()
    let title = document.attribute(index, .title).map(ReadingText.normalized)
    pieces.append(
      Piece(block: .embed(src: address.description, title: title?.isEmpty == false ? title : nil), node: index))
  }
}
