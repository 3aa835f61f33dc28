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

  /// The canonical bytes of an object, and where in them one of its members stands: without these bytes they are those of
  /// the object without the member. The place is nil when there is no such member.
  public static func bytes(_ object: JSONObject, locating name: String) -> (bytes: [UInt8], place: Range<Int>?) {
    var out = [UInt8(ascii: "{")]
    var place: Range<Int>?
    for (index, member) in sorted(object).enumerated() {
      let start = out.count
      if index > 0 { out.append(UInt8(ascii: ",")) }
      // The comma before a member goes with it; with the first one the comma behind it.
      if index == 1, let first = place { place = first.lowerBound..<out.count }
      JSONText.write(member.name, to: &out)
      out.append(UInt8(ascii: ":"))
      write(member.value, to: &out)
      if place == nil, member.name.utf8.count == name.utf8.count, member.name.utf8.elementsEqual(name.utf8) {
        place = start..<out.count
      }
    }
    out.append(UInt8(ascii: "}"))
    return (out, place)
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
    let members = object.members
    // What stet reads is what stet wrote, so in order as a rule.
    let isSorted = members.indices.dropFirst().allSatisfy { precedes(members[$0 - 1].name, members[$0].name) }
    return isSorted ? members : members.sorted { precedes($0.name, $1.name) }
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    var (ours, theirs) = (left.utf8.makeIterator(), right.utf8.makeIterator())
    while true {
      guard let other = theirs.next() else { return false }
      guard let own = ours.next() else { return true }
      if own == other { continue }
      // Up to U+DFFF the bytes of UTF-8 are in the order of UTF-16's units; behind it surrogates come first.
      return own < 0xEE && other < 0xEE ? own < other : left.utf16.lexicographicallyPrecedes(right.utf16)
    }
  }
}
