/// JSON for people, git, grep and jq: two spaces of indentation, one member a line.
public enum PrettyJSON {
  /// Whether members keep their order or are sorted as in canonical JSON.
  public enum Order: Sendable { case kept, sorted }

  /// The bytes of a value in UTF-8, with one newline at the end.
  public static func bytes(_ value: JSONValue, order: Order = .sorted) -> [UInt8] {
    var out: [UInt8] = []
    write(value, order: order, depth: 0, to: &out)
    out.append(UInt8(ascii: "\n"))
    return out
  }

  /// Whether bytes are what `bytes(_:)` makes of a value, which is given by its canonical form (RFC 8785).
  public static func isForm(_ bytes: [UInt8], of canonical: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      canonical.withUnsafeBytes { PrettyForm(bytes: bytes, canonical: $0).fits() }
    }
  }

  private static func write(_ value: JSONValue, order: Order, depth: Int, to out: inout [UInt8]) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      out.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        newline(depth + 1, after: index, to: &out)
        write(element, order: order, depth: depth + 1, to: &out)
      }
      newline(depth, to: &out)
      out.append(UInt8(ascii: "]"))
    case .object(let object) where !object.isEmpty:
      out.append(UInt8(ascii: "{"))
      let members = order == .sorted ? CanonicalJSON.sorted(object) : object.members
      for (index, member) in members.enumerated() {
        newline(depth + 1, after: index, to: &out)
        JSONText.write(member.name, to: &out)
        out.append(contentsOf: [UInt8(ascii: ":"), UInt8(ascii: " ")])
        write(member.value, order: order, depth: depth + 1, to: &out)
      }
      newline(depth, to: &out)
      out.append(UInt8(ascii: "}"))
    case .array: out.append(contentsOf: "[]".utf8)
    case .object: out.append(contentsOf: "{}".utf8)
    default: JSONText.writeScalar(value, to: &out)
    }
  }

  private static func newline(_ depth: Int, after index: Int = 0, to out: inout [UInt8]) {
    if index > 0 { out.append(UInt8(ascii: ",")) }
    out.append(UInt8(ascii: "\n"))
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }
}
