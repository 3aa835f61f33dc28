internal import Glibc
internal import StetHTML
internal import StetModel

/// What the classes and ids of a page say, each read once: most elements of a page are called as others are.
struct SignalMemo {
  private struct Entry {
    var name = ByteRange(start: 0, count: 0)
    var hash: UInt32 = 0
    var said = Said()
  }

  /// What a class or id says.
  struct Said {
    var signals: Signals = []
    /// What its words say to the block model, all together.
    var weight: Int32 = 0
  }

  private let document: HTMLDocument
  /// Open addressing, never more than half full.
  private var entries = [Entry](repeating: Entry(), count: 256)
  private var count = 0
  private let nameWords = BlockTable.shipped.nameWords
  /// Whether one of them may be the root class of a microformat.
  private(set) var hasMicroformat = false

  init(_ document: HTMLDocument) { self.document = document }

  /// What an element's class, id and role say; the weight is between -60 and 60.
  mutating func read(namesOf element: Int) -> Said {
    var found = Said()
    for position in document.attributeRange(element) {
      let attribute = document.attributes[position]
      switch attribute.name {
      case .class, .id:
        let said = read(attribute.value)
        if attribute.name == .class || said.signals.isEmpty || !isHeading(attribute.value, of: element) {
          found.signals.formUnion(said.signals)
        }
        found.weight = max(-60, min(60, found.weight + said.weight))
      case .role: found.signals.formUnion(role(attribute.value))
      default: break
      }
    }
    return found
  }

  /// Whether an id says again how its element's text begins: what makes pages from notes calls sections and headings by
  /// the headings' words, and "sharing-with-a-single-developer" shares nothing. Shorter ones may be names of boxes.
  private func isHeading(_ id: ByteRange, of element: Int) -> Bool {
    guard id.count >= 20 else { return false }
    var words = 0
    var isInWord = false
    var text = document.text[document.textRange(element)].prefix(400)
    for byte in document.values[id.indices] {
      guard ASCII.isLetter(byte) || ASCII.isDigit(byte) else {
        if isInWord { words += 1 }
        isInWord = false
        continue
      }
      while let next = text.first, !ASCII.isLetter(next), !ASCII.isDigit(next) { text.removeFirst() }
      guard let next = text.popFirst(), ASCII.lowercased(next) == ASCII.lowercased(byte) else { return words > 4 }
      isInWord = true
    }
    return words + (isInWord ? 1 : 0) > 4
  }

  private func role(_ value: ByteRange) -> Signals {
    let bytes = document.values[value.indices]
    if bytes.elementsEqual("navigation".utf8) || bytes.elementsEqual("menu".utf8) { return .navigation }
    if bytes.elementsEqual("contentinfo".utf8) { return .footer }
    if bytes.elementsEqual("complementary".utf8) { return .aside }
    if bytes.elementsEqual("dialog".utf8) || bytes.elementsEqual("alertdialog".utf8) { return .overlay }
    return []
  }

  /// What a class or id says, given as a stretch of the document's values.
  mutating func read(_ name: ByteRange) -> Said {
    guard name.count > 0 else { return Said() }
    return document.values.withUnsafeBufferPointer { values in
      let bytes = UnsafeBufferPointer(rebasing: values[name.indices])
      guard let base = values.baseAddress else { return Said() }
      let hash = Self.hash(bytes)
      var slot = Int(hash) & (entries.count - 1)
      while entries[slot].name.count > 0 {
        let entry = entries[slot]
        if entry.hash == hash, entry.name.count == name.count,
          memcmp(base + Int(entry.name.start), base + Int(name.start), bytes.count) == 0
        {
          return entry.said
        }
        slot = (slot + 1) & (entries.count - 1)
      }
      var said = Said()
      var seen = BlockWords.Seen()
      said.signals = SignalWords.signals(in: bytes) { hash in
        if let word = seen.insert(hash) { said.weight += Int32(nameWords.find(word) ?? 0) }
      }
      if said.signals.remove(.microformat) != nil { hasMicroformat = true }
      entries[slot] = Entry(name: name, hash: hash, said: said)
      count += 1
      if count * 2 > entries.count { grow() }
      return said
    }
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.name.count > 0 {
      var slot = Int(entry.hash) & (entries.count - 1)
      while entries[slot].name.count > 0 { slot = (slot + 1) & (entries.count - 1) }
      entries[slot] = entry
    }
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: mixed(bytes) >> 32)
  }

  /// Bytes as one number, eight at a time.
  static func mixed(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(bytes.count) &* factor
    var index = 0
    while index + 8 <= bytes.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* factor
      hash ^= hash >> 29
      index += 8
    }
    guard index < bytes.count else { return hash &* factor }
    // The last eight once more, as far as there are so many.
    if bytes.count >= 8 {
      return (hash ^ raw.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)) &* factor
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    return (hash ^ rest) &* factor
  }
}
