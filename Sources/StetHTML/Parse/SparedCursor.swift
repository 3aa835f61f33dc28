internal import CLibXML2

/// Finds the content that libxml2 was spared, in the order in which it reports what stands for it.
struct SparedCursor {
  /// Whether libxml2 has passed over something that it should have reported: it has read the source otherwise than
  /// `SourceScan`, and the tree is not to be trusted.
  private(set) var isOutOfStep = false

  private let content: SparedContent
  private var nextText = 0
  private var nextTag = 0

  init(_ content: SparedContent) { self.content = content }

  /// The text whose letter or space libxml2 has just read, when it has read up to this offset; nil for other characters.
  @inline(__always)
  mutating func text(endingAt offset: Int) -> ByteRange? {
    while nextText < content.texts.count, Int(content.texts[nextText].end) <= offset {
      let text = content.texts[nextText]
      nextText += 1
      if Int(text.end) == offset { return text.range }
      isOutOfStep = true
    }
    return nil
  }

  /// Which are the attributes of an element that libxml2 reports when it has read up to this offset. Elements that it adds on its
  /// own (`html`, `head`, `body`, `p`) come at the offset of the tag that needs them, and have another name.
  @inline(__always)
  mutating func attributes(of name: UnsafePointer<xmlChar>, endingAt offset: Int) -> Range<Int> {
    while nextTag < content.tags.count, Int(content.tags[nextTag].end) <= offset {
      let tag = content.tags[nextTag]
      if Int(tag.end) == offset {
        guard unsafe isSame(name, tag.name) else { break }
        nextTag += 1
        return Int(tag.attributes.lowerBound)..<Int(tag.attributes.upperBound)
      }
      nextTag += 1
      pass(tag)
    }
    return 0..<0
  }

  /// One of these attributes.
  @inline(__always)
  func attribute(_ index: Int) -> SparedContent.Attribute { content.attributes[index] }

  /// Nothing more will be reported.
  mutating func finish() {
    if nextText < content.texts.count { isOutOfStep = true }
    while nextTag < content.tags.count {
      pass(content.tags[nextTag])
      nextTag += 1
    }
  }

  /// Of some elements there is one a page, and libxml2 passes over further ones.
  private mutating func pass(_ tag: SparedContent.StartTag) {
    let isRepeated = unsafe content.source.withUnsafeBufferPointer { bytes in
      Self.singles.contains {
        unsafe $0.count == tag.name.count && SourceScan.isWord(bytes, Int(tag.name.start), $0)
      }
    }
    if !isRepeated { isOutOfStep = true }
  }

  private func isSame(_ name: UnsafePointer<xmlChar>, _ written: ByteRange) -> Bool {
    var place = 0
    for index in written.indices {
      let byte = content.source[index]
      let isCapital = byte >= 0x41 && byte <= 0x5A
      if unsafe name[place] != (isCapital ? byte | 0x20 : byte) { return false }
      place += 1
    }
    return unsafe name[place] == 0
  }

  private static let singles = ["html", "head", "body"].map { Array($0.utf8) }
}
