/// A value in a YAML file, and where it stands.
public struct YAMLNode: Sendable, Hashable {
  /// What it is.
  public indirect enum Content: Sendable, Hashable {
    /// A word, a number, a text. `isPlain` tells that it was written without quotes, so that `true` may be meant as such.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, in the order of the file. No key comes twice.
    case mapping([Entry])
  }

  /// One key with its value.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public let key: YAMLKey
    /// Its value.
    public let value: YAMLNode
  }

  /// What it is.
  public let content: Content
  /// Line, from 1; nil when it is not known.
  public let line: Int?
  /// Column, from 1; nil when it is not known.
  public let column: Int?

  /// Where it stands.
  public var place: YAMLPlace { YAMLPlace(line: line, column: column) }

  /// Something wrong here.
  public func fault(_ message: String) -> YAMLFault { YAMLFault(line: line, column: column, message) }

  /// The elements of a list; nil for anything else.
  public var sequence: [YAMLNode]? { if case .sequence(let nodes) = content { nodes } else { nil } }

  /// The keys and values of a mapping; nil for anything else.
  public var mapping: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }

  /// Whether nothing is written there (`key:`, `~`, `null`).
  public var isNull: Bool {
    if case .scalar(let text, isPlain: true) = content { return ["", "~", "null", "Null", "NULL"].contains(text) }
    return false
  }

  /// The keys with their values.
  /// - Parameter what: how the value is called in the message.
  /// - Throws: `YAMLFault` for anything but a mapping.
  public func entries(_ what: String) throws(YAMLFault) -> [Entry] {
    guard let mapping else { throw fault("\(what) should be keys with values. Write 'key: value'") }
    return mapping
  }

  /// The text that is written there.
  /// - Throws: `YAMLFault` for a list, a mapping, or nothing.
  public func text(_ what: String) throws(YAMLFault) -> String {
    guard case .scalar(let text, _) = content, !text.isEmpty, !isNull else {
      throw fault("'\(what)' should be a text. Write '\(what): …', in quotes where it is a number or a mark")
    }
    return text
  }

  /// The list of nodes; one that stands alone counts as a list of one.
  public var elements: [YAMLNode] { sequence ?? [self] }

  /// The list of texts; one that stands alone counts as a list of one.
  public func texts(_ what: String) throws(YAMLFault) -> [String] {
    var texts: [String] = []
    for element in elements { texts.append(try element.text(what)) }
    return texts
  }
}
