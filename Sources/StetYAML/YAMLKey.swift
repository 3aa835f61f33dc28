/// A key of a mapping, and where it stands.
public struct YAMLKey: Sendable, Hashable {
  /// The key as written.
  public let text: String
  /// Line, from 1; nil when it is not known.
  public let line: Int?
  /// Column, from 1; nil when it is not known.
  public let column: Int?

  /// That there is no such key, with the one that is probably meant.
  public func unknown(among known: [String]) -> YAMLFault {
    let nearest = EditDistance.nearest(to: text, among: known) ?? ""
    return fault(
      "there is no key '\(text)'. Did you mean '\(nearest)'? Known are: \(known.joined(separator: ", "))")
  }

  /// Something wrong here.
  public func fault(_ message: String) -> YAMLFault { YAMLFault(line: line, column: column, message) }
}
