internal import StetDigest
internal import StetModel

/// The lines of a visit log, cut but not yet read.
struct VisitLines {
  /// The complete lines without their newlines.
  let lines: [ArraySlice<UInt8>]
  /// How many bytes they and their newlines take: where the next line goes.
  let completeLength: Int
  /// How many bytes a crash left after the last newline.
  let remainder: Int

  init(_ bytes: [UInt8]) {
    let newline = UInt8(ascii: "\n")
    completeLength = (bytes.lastIndex(of: newline) ?? -1) + 1
    remainder = bytes.count - completeLength
    lines = bytes[..<completeLength].split(separator: newline, omittingEmptySubsequences: false).dropLast()
  }

  /// The hash that the following line carries as `previous`.
  static func hash(_ line: ArraySlice<UInt8>) -> Digest { Digest.sha256(of: line) }

  /// A visit as a line without its newline: canonical JSON, with its check.
  /// - Parameter members: what the line says, `previous` and `check` apart; nil: what the visit does.
  static func line(_ visit: Visit, _ members: JSONObject? = nil) -> [UInt8] {
    var object = members ?? visit.json.object ?? JSONObject()
    object["previous"] = visit.previous.map { .string($0.description) }
    return sealed(object)
  }

  /// Members as a line, with their check.
  static func sealed(_ members: JSONObject) -> [UInt8] {
    var object = members
    object["check"] = nil
    object["check"] = .string(check(CanonicalJSON.bytes(.object(object))))
    return CanonicalJSON.bytes(.object(object))
  }

  /// Reads one line, and tells whether it is what was written: whether it has the check of all else in it, what it says of
  /// itself as it stood in another archive is so, and it is spelled as it should be. The last line needs that, which no other
  /// line vouches for.
  /// - Returns: the visit, and what is wrong with the line though it can be read.
  /// - Throws: what is wrong with a line that cannot be read, for a person.
  static func checkedVisit(_ line: ArraySlice<UInt8>) throws(VisitLineFault) -> (visit: Visit, fault: String?) {
    let json = try json(line)
    let visit = try visit(json)
    guard let object = json.object else { return (visit, "it does not fit its check") }
    let (canonical, place) = CanonicalJSON.bytes(object, locating: "check")
    var rest = canonical
    if let place { rest.removeSubrange(place) }
    guard json["check"]?.string == check(rest) else { return (visit, "it does not fit its check") }
    guard MergedMember.isProved(line: object) else {
      return (visit, "what it tells of the archive that it came from does not fit")
    }
    return (visit, StoredForm.fault(ofLine: line, canonical))
  }

  /// The first 16 hexadecimal digits of the SHA-256 of a line without its check.
  private static func check(_ bytes: [UInt8]) -> String { String(Digest.sha256(of: bytes).hexadecimal.prefix(16)) }

  /// Reads one line.
  /// - Throws: what is wrong with it, for a person.
  static func visit(_ line: ArraySlice<UInt8>) throws(VisitLineFault) -> Visit { try visit(json(line)) }

  private static func visit(_ json: JSONValue) throws(VisitLineFault) -> Visit {
    do throws(JSONShapeError) {
      return try Visit(json: json)
    } catch {
      throw VisitLineFault(reason: "\(error)")
    }
  }

  private static func json(_ line: ArraySlice<UInt8>) throws(VisitLineFault) -> JSONValue {
    do throws(JSONParseError) {
      return try JSONParser.parse(Array(line))
    } catch {
      throw VisitLineFault(reason: "\(error)")
    }
  }
}

/// What is wrong with a line of a visit log.
struct VisitLineFault: Error {
  let reason: String
}
