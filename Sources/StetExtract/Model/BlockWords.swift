internal import StetHTML
internal import StetModel

/// Words as the block model knows them: 32 bits of FNV-1a each.
enum BlockWords {
  /// The hash that stands for any number.
  static let number: UInt32 = 1
  /// How many words of a block are looked at.
  static let maximumOfText = 16

  /// Words are runs of letters, in lower case as far as ASCII goes; a number is one word, whatever it is. Ends early
  /// when `body` says no.
  static func forEach(in text: ArraySlice<UInt8>, _ body: (UInt32) -> Bool) {
    var hash: UInt32 = 0
    var isInNumber = false
    for byte in text {
      if ASCII.isLetter(byte) || byte >= 0x80 {
        if hash == 0 { hash = 0x811C_9DC5 }
        hash = (hash ^ UInt32(byte < 0x80 ? byte | 0x20 : byte)) &* 0x0100_0193
        isInNumber = false
        continue
      }
      if hash != 0 {
        guard body(hash) else { return }
        hash = 0
      }
      let isDigit = ASCII.isDigit(byte)
      if isDigit, !isInNumber {
        guard body(number) else { return }
      }
      isInNumber = isDigit
    }
    if hash != 0 { _ = body(hash) }
  }

  /// Adds the first words of a block's own text to `found`, as far as there is room in it.
  static func appendText(of block: Int, in survey: PageSurvey, to found: inout [UInt32], upTo limit: Int) {
    let document = survey.document
    let end = document.end(block)
    var index = block
    while index < end, found.count < limit {
      if document.tag(index) == .text {
        if Int(survey.block[index]) == block, survey.weight[index] > 0 {
          forEach(in: document.text[document.textRange(index)]) { hash in
            found.append(hash)
            return found.count < limit
          }
        }
        index += 1
      } else if index != block, Int(survey.block[index]) != block {
        index = document.end(index)
      } else {
        index += 1
      }
    }
  }

  /// The words of a class or an id that have come, of which each counts once.
  struct Seen {
    private var words = InlineArray<24, UInt32>(repeating: 0)
    private var count = 0

    /// The word by its hash as `WordCutter` gives it; nil when it came before, or too late.
    mutating func insert(_ hash: UInt64) -> UInt32? {
      let word = UInt32(truncatingIfNeeded: hash ^ hash >> 32)
      guard count < words.count else { return nil }
      for index in 0..<count where words[index] == word { return nil }
      words[count] = word
      count += 1
      return word
    }
  }

  /// The words of a class or an id, each once.
  static func name(_ bytes: some Sequence<UInt8>) -> [UInt32] {
    var found: [UInt32] = []
    var seen = Seen()
    WordCutter.forEachWord(in: bytes) { hash in
      if let word = seen.insert(hash) { found.append(word) }
    }
    return found
  }

  /// The words of an element's class and of its id.
  static func name(of node: Int, in document: HTMLDocument) -> [UInt32] {
    document.attributeRange(node).flatMap { position in
      let attribute = document.attributes[position]
      return attribute.name == .class || attribute.name == .id ? name(document.values[attribute.value.indices]) : []
    }
  }
}
