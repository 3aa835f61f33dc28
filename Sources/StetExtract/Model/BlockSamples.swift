internal import StetHTML
package import StetModel

/// What the block model is trained on.
package struct BlockSamples {
  /// The names of the columns of a row.
  package static var columns: [String] { BlockFeatures.measured }

  /// A block's values and its words.
  package struct Sample {
    package var node: Int
    package var values: [UInt8]
    package var text: String
    package var words: [UInt32]
    /// What the shipped model thinks: the probability that it is text.
    package var probability: Double
  }

  /// An element with the words that it is called by.
  package struct Element {
    package var node: Int
    package var parent: Int
    package var words: [UInt32]
  }

  package var samples: [Sample] = []
  package var elements: [Element] = []

  /// The blocks of a page, in order, and what they stand in; none when the page cannot be read.
  package init(_ page: Page) {
    guard let document = try? HTMLParser.parse(page.body, httpCharset: page.charset) else { return }
    var reader = RecordReader(PageReading(page, document, profile: nil), explaining: false)
    let features = reader.blockFeatures()
    var texts = [String](repeating: "", count: document.count)
    let survey = reader.reading.survey
    var isHolder = [Bool](repeating: false, count: document.count)
    for index in 0..<document.count where document.tag(index) == .text && survey.weight[index] > 0 {
      let block = Int(survey.block[index])
      texts[block] += String(decoding: document.text[document.textRange(index)], as: UTF8.self)
      var holder = block
      while holder > 0, !isHolder[holder] {
        isHolder[holder] = true
        holder = document.parent(holder)
      }
    }
    let probabilities = BlockTable.shipped.probabilities(features)
    samples = features.places.blocks.enumerated().map { position, block in
      let start = position * BlockFeatures.width
      let firstWord = position == 0 ? 0 : Int(features.wordEnds[position - 1])
      return Sample(
        node: Int(block), values: Array(features.values[start..<start + BlockFeatures.measured.count]),
        text: texts[Int(block)], words: Array(features.words[firstWord..<Int(features.wordEnds[position])]),
        probability: Double(probabilities[position]))
    }
    elements = (0..<document.count).filter { isHolder[$0] }.map { node in
      Element(node: node, parent: document.parent(node), words: BlockWords.name(of: node, in: document))
    }
  }
}
