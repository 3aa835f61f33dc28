internal import StetDigest
public import StetModel

/// A text as far as it is held against other pages: what each of its blocks says, and how long it is. It is made once of
/// each page, since it costs a digest of every block.
public struct MeasuredBody: Sendable {
  /// A block with words of its own.
  struct Entry {
    let print: BlockPrint
    /// Bytes of its text under `ReadingText`.
    let bytes: Int
  }

  /// A line that is shorter, in bytes, recurs by nature ("Verdict", "Cast and crew").
  static let shortest = 80

  /// By block; nil of one without words.
  let entries: [Entry?]
  /// Bytes of all of them.
  let bytes: Int
  private let roles: [Role]

  /// Measures a text.
  public init(_ body: [Block]) {
    entries = body.map { block in
      let text = ReadingText.normalized(block.plainText)
      return text.isEmpty ? nil : Entry(print: BlockPrint(of: text), bytes: text.utf8.count)
    }
    roles = zip(body, entries).map { Role($0, bytes: $1?.bytes ?? 0) }
    bytes = entries.reduce(0) { $0 + ($1?.bytes ?? 0) }
  }

  /// What a block may be to a page, should other pages have it too.
  private enum Role {
    /// The site's.
    case furniture
    /// The site's where it stands next to furniture: a heading, which stands above it only, or a short line.
    case heading, line
    /// The article's: what somebody is quoted with, a listing of code.
    case own
    /// Nothing that is said.
    case rule

    init(_ block: Block, bytes: Int) {
      switch block {
      case .paragraph, .list, .table: self = bytes < MeasuredBody.shortest ? .line : .furniture
      case .heading: self = .heading
      case .rule: self = .rule
      case .quote, .figure, .code, .embed, .unknown: self = .own
      }
    }

    var isShort: Bool { self == .heading || self == .line }
  }

  /// The blocks that are the site's when others have them: the long ones, and short ones right above and below that stand
  /// nowhere else in the text.
  func furniture(where recurs: (BlockPrint) -> Bool) -> [Int] {
    let recurs = entries.map { $0.map { recurs($0.print) } ?? false }
    var goes = roles.indices.map { recurs[$0] && roles[$0] == .furniture }
    guard goes.contains(true) else { return [] }
    var isBelow = false
    for index in roles.indices.reversed() where roles[index] != .rule {
      if recurs[index], isBelow, roles[index].isShort { goes[index] = true }
      isBelow = goes[index]
    }
    var isAbove = false
    for index in roles.indices where roles[index] != .rule {
      if recurs[index], isAbove, roles[index] == .line { goes[index] = true }
      isAbove = goes[index]
    }
    // What is called the site's goes wherever it stands.
    let own = Set(
      roles.indices.compactMap { recurs[$0] && !goes[$0] && roles[$0].isShort ? entries[$0]?.print : nil })
    return goes.indices.filter { index in
      goes[index] && !(roles[index].isShort && entries[index].map { own.contains($0.print) } ?? false)
    }
  }

  /// Whether it has a line, or a heading, that others have too: the site's, should furniture have stood beside it.
  func hasLine(where recurs: (BlockPrint) -> Bool) -> Bool {
    roles.indices.contains { index in roles[index].isShort && entries[index].map { recurs($0.print) } ?? false }
  }

  /// Where the blocks stand that say one of these things, whatever stands beside them. So it makes no difference whether blocks
  /// are left out of a text at once or one after the other.
  func places(of prints: Set<BlockPrint>) -> [Int] {
    roles.indices.filter { index in
      roles[index] != .own && entries[index].map { prints.contains($0.print) } ?? false
    }
  }
}

extension BlockPrint {
  /// The print of a text that is normal under `ReadingText`.
  init(of text: String) {
    // The first digits of a digest are hexadecimal.
    self.init(value: UInt64(Digest.sha256(of: text).hexadecimal.prefix(16), radix: 16) ?? 0)
  }
}
