/// The JSON Canonicalization Scheme, RFC 8785: one byte sequence for one value.
///
/// No white space, members sorted by the UTF-16 code units of their names, numbers as ECMAScript prints them.
public enum CanonicalJSON {
  /// The canonical bytes of a value, in UTF-8.
  public static func bytes(_ value: JSONValue) -> [UInt8] {
    var out: [UInt8] = []
    write(value, to: &out)
    return out
  }

  private static func write(_ value: JSONValue, to out: inout [UInt8]) {
    switch value {
    case .array(let elements):
      out.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        write(element, to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let object):
      out.append(UInt8(ascii: "{"))
      for (index, member) in sorted(object).enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        JSONText.write(member.name, to: &out)
        out.append(UInt8(ascii: ":"))
        write(member.value, to: &out)
      }
      out.append(UInt8(ascii: "}"))
    default: JSONText.writeScalar(value, to: &out)
    }
  }

  /// Members by the UTF-16 code units of their names (RFC 8785, 3.2.3).
  static func sorted(_ object: JSONObject) -> [JSONObject.Member] {
    object.members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
  }
}
