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
  static func hash(_ line: ArraySlice<UInt8>) -> Digest { Digest.sha256(of: Array(line)) }

  /// Reads one line.
  /// - Throws: what is wrong with it, for a person.
  static func visit(_ line: ArraySlice<UInt8>) throws(VisitLineFault) -> Visit {
    let json: JSONValue
    do throws(JSONParseError) {
      json = try JSONParser.parse(Array(line))
    } catch {
      throw VisitLineFault(reason: "\(error)")
    }
    do throws(JSONShapeError) {
      return try Visit(json: json)
    } catch {
      throw VisitLineFault(reason: "\(error)")
    }
  }
}

/// What is wrong with a line of a visit log.
struct VisitLineFault: Error {
  let reason: String
}
