internal import StetHTML
internal import StetModel

/// What the block model looks at: a row of small numbers for every block that has words of its own.
///
/// All values are bytes, so that a row is one stretch of memory and a decision is one comparison: shares in percent,
/// lengths and counts by `log`, distances clamped, what words say round 128.
struct BlockFeatures {
  /// The names of the columns that are measured on the page, in order; the model is trained on these.
  static let measured: [String] = {
    var names = ["tag", "weight", "links", "punctuation", "first", "last"]
    names += ["depth", "place", "weightBefore", "fromTitle"]
    names += ["region", "clutter", "fromStart", "toEnd", "inArticle"]
    names += ["proseBefore", "proseAfter"]
    names += ["groupCount", "groupWeight", "groupLinks", "groupProse"]
    for ring in 1...3 { names += ["Tag", "Weight", "Links", "Prose", "Blocks", "Share"].map { "ring\(ring)\($0)" } }
    for offset in neighbours { names += ["weight", "links", "punctuation", "tag"].map { "\($0)\(offset)" } }
    names += BlockHolder.names.map { "holder\($0)" }
    names += ["pageWeight", "pageProse", "pageLinks", "pageBlocks", "pageHeadings", "pageArticles", "pageComments"]
    names += ["regionShare", "regionConfidence", "regionProse"]
    names += ["repeats", "words", "digits", "told"]
    names += ["density", "shareOfProse", "titleRing", "vote", "isInVoted"]
    names += ["described", "titled", "money"]
    names += (1...3).map { "ring\($0)Alike" }
    names += PageSigns.names
    return names
  }()
  private static let neighbours = [-2, -1, 1, 2]
  /// The columns that the word tables add: what the block's words say (mean, least, most, how many are known), what its
  /// section's heading says and how far above it stands, what the names round the block say, and what the neighbours'
  /// words say.
  private static let learned = 11 + neighbours.count
  /// Values in a row.
  static let width = measured.count + learned

  private(set) var places: BlockPlaces
  /// By block: `width` values.
  private(set) var values: [UInt8] = []
  /// By block: where its words end in `words`.
  private(set) var wordEnds: [Int32] = []
  /// The hashes of the blocks' first words.
  private(set) var words: [UInt32] = []

  private let survey: PageSurvey

  /// - Parameter titleNode: where the headline stands, when it stands on the page.
  init(_ reading: PageReading, titleNode: Int?, table: BlockTable) {
    survey = reading.survey
    places = BlockPlaces(survey)
    readWords()
    let groups = BlockGroups(places, survey)
    let (before, after) = fadingProse()
    let around = Surroundings(reading, titleNode: titleNode, places)
    let told = ToldText(reading.data.first { $0.articleBody ?? $0.reviewBody }?.0)
    let votes = AncestorVotes(places, survey)
    let described = ToldText(reading.meta.first("description", "og:description")?.value)
    let title = titleWords(titleNode)
    let money = places.blocks.map { Money.count(in: Int($0), survey) }
    let signs = PageSigns(reading, money: money.reduce(0, +), cards: places.cards)
    let page = around.pageColumns
    var seen = MixedTable<Bool>()
    var heading = Heading()
    var weightBefore: Int32 = 0
    values = [UInt8](capacity: places.blocks.count * Self.width) { values in
      for position in places.blocks.indices {
        let block = Int(places.blocks[position])
        appendBasics(block, to: &values)
        values.append(places.first[position])
        values.append(places.last[position])
        values.append(places.depth[block])
        values.append(UInt8(position * 200 / places.blocks.count))
        values.append(Self.percent(weightBefore, max(survey.weight[0], 1)))
        weightBefore += survey.ownWeight[block]
        around.append(block, at: position, to: &values)
        values.append(before[position])
        values.append(after[position])
        groups.append(position, to: &values)
        appendRings(block, to: &values)
        for offset in Self.neighbours { appendNeighbour(position + offset, to: &values) }
        for bit in BlockHolder.names.indices { values.append(UInt8(places.holders[block].rawValue >> bit & 1)) }
        for value in page { values.append(value) }
        let words = words[(position == 0 ? 0 : Int(wordEnds[position - 1]))..<Int(wordEnds[position])]
        values.append(words.count > 3 && seen.replace(Self.mixed(words), with: true) == true ? 1 : 0)
        values.append(UInt8(words.count))
        values.append(UInt8(words.count { $0 == BlockWords.number }))
        values.append(told.share(of: words))
        values.append(Self.percent(survey.ownPunctuation[block] * 10, survey.ownWeight[block]))
        values.append(Self.percent(survey.ownWeight[block], places.prose[0]))
        values.append(ringsToTitle(block, titleNode))
        votes.append(block, to: &values)
        values.append(described.share(of: words))
        values.append(Self.percent(Int32(words.count { title.contains($0) }), Int32(words.count)))
        values.append(UInt8(min(money[position], 20)))
        appendAlike(block, to: &values)
        for value in signs.columns { values.append(value) }
        appendWords(words, of: block, heading: &heading, table.textWords, to: &values)
        appendNames(block, to: &values)
        // What the neighbours say is known once all have been read.
        for _ in Self.neighbours { values.append(128) }
      }
    }
    writeNeighboursWords()
  }

  /// Four steps to each doubling: 0…15 as they are, then 16 for 16…19, 17 for 20…23, 20 for 32…39 and so on.
  static func log(_ value: Int32) -> UInt8 {
    guard value >= 16 else { return UInt8(max(value, 0)) }
    let power = Int32(31 - value.leadingZeroBitCount)
    return UInt8(16 + (power - 4) * 4 + ((value >> (power - 2)) & 3))
  }

  /// A share in percent; 0 of nothing.
  static func percent(_ part: Int32, _ whole: Int32) -> UInt8 {
    whole <= 0 ? 0 : UInt8(min(100, max(0, Int(part) * 100 / Int(whole))))
  }

  // MARK: Columns

  private func appendBasics(_ block: Int, to values: inout OutputSpan<UInt8>) {
    values.append(Self.tagCode(survey.document.tag(block)))
    values.append(Self.log(survey.ownWeight[block]))
    values.append(Self.percent(survey.ownLinkWeight[block], survey.ownWeight[block]))
    values.append(Self.log(survey.ownPunctuation[block]))
  }

  private func appendNeighbour(_ position: Int, to values: inout OutputSpan<UInt8>) {
    guard places.blocks.indices.contains(position) else {
      values.append(repeating: 0, count: 4)
      return
    }
    let block = Int(places.blocks[position])
    values.append(Self.log(survey.ownWeight[block]))
    values.append(Self.percent(survey.ownLinkWeight[block], survey.ownWeight[block]))
    values.append(Self.log(survey.ownPunctuation[block]))
    values.append(Self.tagCode(survey.document.tag(block)))
  }

  /// The three rings round the block.
  private func appendRings(_ block: Int, to values: inout OutputSpan<UInt8>) {
    var ring = block
    for _ in 1...3 {
      ring = Int(places.outer[ring])
      values.append(Self.tagCode(survey.document.tag(ring)))
      values.append(Self.log(survey.weight[ring]))
      values.append(Self.percent(survey.linkWeight[ring], survey.weight[ring]))
      values.append(Self.percent(places.prose[ring], survey.weight[ring]))
      values.append(Self.log(places.inside[ring]))
      values.append(Self.percent(places.prose[ring], places.prose[0]))
    }
  }

  /// How many elements there are like each of the three rings: entries of lists, cards.
  private func appendAlike(_ block: Int, to values: inout OutputSpan<UInt8>) {
    var ring = block
    for _ in 1...3 {
      ring = Int(places.outer[ring])
      values.append(Self.log(places.alike(ring)))
    }
  }

  /// The words of the headline, each once: few enough to look along the row.
  private func titleWords(_ titleNode: Int?) -> [UInt32] {
    var words: [UInt32] = []
    guard let titleNode else { return words }
    BlockWords.forEach(in: survey.document.text[survey.document.textRange(titleNode)]) { word in
      if word != BlockWords.number, !words.contains(word) { words.append(word) }
      return words.count < 30
    }
    return words
  }

  /// How many rings out the headline stands; 0 when that is not known.
  private func ringsToTitle(_ block: Int, _ titleNode: Int?) -> UInt8 {
    guard let titleNode else { return 0 }
    var ring = block
    for step in 1...8 {
      if survey.document.contains(ring, titleNode) { return UInt8(step) }
      ring = Int(places.outer[ring])
    }
    return 9
  }

  /// The last heading above a block.
  private struct Heading {
    var says = 0
    var distance = 255
  }

  private func appendWords(
    _ words: ArraySlice<UInt32>, of block: Int, heading: inout Heading, _ weights: WordWeights,
    to values: inout OutputSpan<UInt8>
  ) {
    var (sum, known, least, most) = (0, 0, Int.max, Int.min)
    for word in words {
      guard let weight = weights.find(word) else { continue }
      sum += weight
      known += 1
      least = min(least, weight)
      most = max(most, weight)
    }
    let mean = known == 0 ? 0 : sum / known
    switch survey.document.tag(block) {
    case .h1, .h2, .h3, .h4, .h5, .h6: heading = Heading(says: mean, distance: 0)
    default: break
    }
    values.append(UInt8(128 + mean))
    values.append(UInt8(128 + (known == 0 ? 0 : least)))
    values.append(UInt8(128 + (known == 0 ? 0 : most)))
    values.append(UInt8(known))
    values.append(UInt8(128 + heading.says))
    values.append(UInt8(heading.distance))
    heading.distance = min(255, heading.distance + 1)
  }

  private func appendNames(_ block: Int, to values: inout OutputSpan<UInt8>) {
    let round = places.nameRound[block]
    // Words that stand in no element are the document's own, and it stands in nothing.
    let parent = max(survey.document.parent(block), 0)
    for value in [survey.nameWeight[block], survey.nameWeight[parent], round.least, round.most, round.sum] {
      values.append(UInt8(128 + Int(value)))
    }
  }

  private mutating func writeNeighboursWords() {
    let mean = Self.measured.count
    let first = Self.width - Self.neighbours.count
    for position in places.blocks.indices {
      for (place, offset) in Self.neighbours.enumerated() where places.blocks.indices.contains(position + offset) {
        values[position * Self.width + first + place] = values[(position + offset) * Self.width + mean]
      }
    }
  }

  /// A run of words as one number.
  private static func mixed(_ words: ArraySlice<UInt32>) -> UInt64 {
    words.reduce(UInt64(words.count)) { mix, word in
      let mix = (mix ^ UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
      return mix ^ mix >> 29
    }
  }

  // MARK: Measuring

  private mutating func readWords() {
    words.reserveCapacity(places.blocks.count * 6)
    wordEnds.reserveCapacity(places.blocks.count)
    for block in places.blocks {
      BlockWords.appendText(of: Int(block), in: survey, to: &words, upTo: words.count + BlockWords.maximumOfText)
      wordEnds.append(Int32(words.count))
    }
  }

  /// How much prose stands shortly before and after each block, fading with distance.
  private func fadingProse() -> (before: [UInt8], after: [UInt8]) {
    var before = [UInt8](repeating: 0, count: places.blocks.count)
    var after = before
    var fading: Int32 = 0
    func fade(_ position: Int) -> UInt8 {
      let now = Self.log(fading)
      let block = Int(places.blocks[position])
      fading = fading / 4 * 3 + (BlockPlaces.isProse(block, survey) ? min(survey.ownWeight[block], 1000) : 0)
      return now
    }
    for position in places.blocks.indices { before[position] = fade(position) }
    fading = 0
    for position in places.blocks.indices.reversed() { after[position] = fade(position) }
    return (before, after)
  }

  /// Elements in an order that a threshold can cut: running text above, furniture below.
  private static func tagCode(_ tag: Tag) -> UInt8 {
    switch tag {
    case .p: 20
    case .blockquote: 19
    case .pre: 18
    case .h2: 17
    case .h3: 16
    case .h4, .h5, .h6: 15
    case .h1: 14
    case .article: 13
    case .main: 12
    case .section: 11
    case .div: 10
    case .td, .th: 9
    case .tr, .table, .tbody, .thead, .tfoot: 8
    case .dd, .dt, .dl: 7
    case .li: 6
    case .ul, .ol: 5
    case .figcaption, .figure, .caption: 4
    case .header, .hgroup: 3
    case .form, .fieldset, .legend: 2
    case .aside, .nav, .footer: 1
    default: 0
    }
  }
}
