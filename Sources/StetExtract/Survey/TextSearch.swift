internal import Glibc
internal import StetHTML

/// Looking for words in the text of a page, all of it or a part. memchr(3) skips to the first byte many at a time.
struct TextSearch {
  private let document: HTMLDocument

  init(_ document: HTMLDocument) { self.document = document }

  /// Where the words stand in a stretch of the text, at most `limit` times, none overlapping.
  func places(of words: String, in range: Range<Int>, limit: Int) -> [Int] {
    let wanted = Array(words.utf8)
    guard !wanted.isEmpty, limit > 0 else { return [] }
    var places: [Int] = []
    document.text.withUnsafeBytes { text in
      var start = max(range.lowerBound, 0)
      let end = min(range.upperBound, text.count)
      while places.count < limit, start + wanted.count <= end, let base = text.baseAddress {
        let room = end - start - wanted.count + 1
        guard let hit = memchr(base + start, Int32(wanted[0]), room) else { break }
        let place = UnsafeRawPointer(hit) - base
        if memcmp(hit, wanted, wanted.count) == 0 {
          places.append(place)
          start = place + wanted.count
        } else {
          start = place + 1
        }
      }
    }
    return places
  }

  /// The text node that holds a place of the text.
  func node(at place: Int) -> Int {
    var (low, high) = (0, document.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if document.textRange(middle).lowerBound <= place { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The text between the starts of two nodes.
  func range(from first: Int, to last: Int) -> Range<Int> {
    let start = first < document.count ? document.textRange(first).lowerBound : document.text.count
    let end = last < document.count ? document.textRange(last).lowerBound : document.text.count
    return start..<max(start, end)
  }
}
