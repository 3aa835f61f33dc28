internal import StetModel

/// Numbers for the terms of blocks: words, and two characters in a row of a script without spaces, since single ones are
/// common to any two texts.
struct TermTable {
  private let words: WordTable
  private var numbers: NumberTable
  /// How much each term says: a word its letters, at most 12; two characters 2.
  private(set) var weights: [Int32] = []

  init(_ words: WordTable) {
    self.words = words
    numbers = NumberTable(capacity: words.weights.count)
  }

  /// What blocks of a body say.
  mutating func candidates(
    _ indexes: [Int], of body: [Block], _ texts: [ScannedText?], _ stretches: [Int]
  ) -> [BlockTerms] {
    var terms: [Int32] = []
    var ends: [Int] = []
    for index in indexes {
      add(texts[index]?.ids ?? [], to: &terms)
      ends.append(terms.count)
    }
    sort(&terms, ends)
    var start = 0
    return zip(indexes, ends).map { index, end in
      defer { start = end }
      let block = body[index]
      return BlockTerms(
        index: index, stretch: stretches[index], wordlessKind: block.isMostlyWordless ? block.label : nil,
        terms: terms[start..<end], weight: terms[start..<end].reduce(0) { $0 + Int(weights[Int($1)]) })
    }
  }

  /// Adds the terms of a text: its words without punctuation; everything when it has no others.
  private mutating func add(_ ids: [Int32], to terms: inout [Int32]) {
    let start = terms.count
    var previous: Int32?
    for (position, id) in ids.enumerated() {
      let isIdeograph = words.isIdeograph[Int(id)]
      if isIdeograph, let previous {
        terms.append(number(of: (UInt64(UInt32(bitPattern: previous)) + 1) << 32 | UInt64(UInt32(bitPattern: id)), 2))
      } else if words.weights[Int(id)] > 0,
        !(isIdeograph && position + 1 < ids.count && words.isIdeograph[Int(ids[position + 1])])
      {
        terms.append(number(of: UInt64(UInt32(bitPattern: id)), words.weights[Int(id)]))
      }
      previous = isIdeograph ? id : nil
    }
    if terms.count == start { terms += ids.map { number(of: UInt64(UInt32(bitPattern: $0)), 1) } }
  }

  private mutating func number(of key: UInt64, _ weight: Int32) -> Int32 {
    let number = numbers.number(of: key)
    if number == weights.count { weights.append(weight) }
    return number
  }

  /// Sorts the terms of each block: once by term and once by block, each a counting sort that keeps the order it finds.
  private func sort(_ terms: inout [Int32], _ ends: [Int]) {
    var places = [Int](repeating: 0, count: weights.count + 1)
    for term in terms { places[Int(term) + 1] += 1 }
    for term in weights.indices { places[term + 1] += places[term] }
    var byTerm = [(term: Int32, block: Int32)](repeating: (0, 0), count: terms.count)
    var start = 0
    for (block, end) in ends.enumerated() {
      for term in terms[start..<end] {
        byTerm[places[Int(term)]] = (term, Int32(block))
        places[Int(term)] += 1
      }
      start = end
    }
    var next = [0] + ends.dropLast()
    for (term, block) in byTerm {
      terms[next[Int(block)]] = term
      next[Int(block)] += 1
    }
  }
}
