/// A CSS selector (Selectors Level 4, the part that makes sense for a page at rest).
///
/// Known are type and universal selectors, `#id`, `.class`, attributes (`[a]`, `=`, `~=`, `|=`, `^=`, `$=`, `*=`, with
/// `i` or `s`), the combinators (white space, `>`, `+`, `~`), lists, and the pseudo-classes `:first-child`,
/// `:last-child`, `:only-child`, `:nth-child()`, `:nth-last-child()`, `:first-of-type`, `:last-of-type`,
/// `:only-of-type`, `:nth-of-type()`, `:nth-last-of-type()`, `:not()`, `:is()`, `:where()`, `:has()`, `:empty`,
/// `:root`. Names of elements and attributes match in any case; ids, classes and values as they are written.
///
/// The work grows with the length of the selector times the number of nodes, whatever the two look like.
public struct Selector: Sendable {
  /// The selector as given.
  public let text: String
  let list: [ComplexSelector]

  /// Reads a selector.
  /// - Throws: `SelectorError` with the column of what cannot be read.
  public init(_ text: String) throws(SelectorError) {
    self.text = text
    var parser = SelectorParser(text)
    list = try parser.parse()
  }

  /// Whether the selector selects a node of a document.
  ///
  /// Where the selector has combinators or nested selectors this looks at the whole document: ask `all(in:)` once
  /// rather than this for many nodes.
  public func matches(_ node: Int, in document: HTMLDocument) -> Bool {
    var matcher = SelectorMatcher(document)
    if let compounds = simpleList { return compounds.contains { matcher.matches($0, node) } }
    return matcher.set(of: list)[node]
  }

  /// The selected descendants of a node (of the document when none is given), in document order. What stands around
  /// that node counts too: in `div p` the `div` may be outside.
  public func all(in document: HTMLDocument, within node: Int = 0) -> [Int] {
    var matcher = SelectorMatcher(document)
    let range = document.subtree(node).dropFirst()
    if let compounds = simpleList {
      return range.filter { node in compounds.contains { matcher.matches($0, node) } }
    }
    let set = matcher.set(of: list)
    return range.filter { set[$0] }
  }

  /// The first selected descendant of a node (of the document when none is given); nil when there is none.
  public func first(in document: HTMLDocument, within node: Int = 0) -> Int? {
    var matcher = SelectorMatcher(document)
    let range = document.subtree(node).dropFirst()
    if let compounds = simpleList {
      return range.first { node in compounds.contains { matcher.matches($0, node) } }
    }
    let set = matcher.set(of: list)
    return range.first { set[$0] }
  }

  /// The list when each part looks at one element only.
  private var simpleList: [CompoundSelector]? {
    list.allSatisfy { $0.steps.isEmpty && $0.first.isSimple } ? list.map(\.first) : nil
  }
}
