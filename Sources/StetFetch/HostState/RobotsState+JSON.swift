public import StetModel

extension RobotsState: JSONRepresentable {
  /// `{"checked","answer","status"?,"trouble"?,"copied"?,"text"? or "octets"?}`.
  public var json: JSONValue {
    var object: JSONObject = ["checked": .string(checked.description)]
    switch answer {
    case .file: object["answer"] = "file"
    case .noFile(let status):
      object["answer"] = "no-file"
      object["status"] = .number(Double(status))
    case .tooManyRedirects: object["answer"] = "too-many-redirects"
    case .unreachable(.status(let status)):
      object["answer"] = "unreachable"
      object["status"] = .number(Double(status))
    case .unreachable(.fetch(let code)):
      object["answer"] = "unreachable"
      object["trouble"] = .string(code.rawValue)
    }
    if let copied { object["copied"] = .string(copied.description) }
    if let copy {
      if let text = String(validating: copy, as: UTF8.self) {
        object["text"] = .string(text)
      } else {
        // Not UTF-8, whatever it is: a character for each octet, so that none is lost.
        var octets = String.UnicodeScalarView()
        for octet in copy { octets.append(Unicode.Scalar(octet)) }
        object["octets"] = .string(String(octets))
      }
    }
    return .object(object)
  }

  /// Reads the JSON form.
  public init(json: JSONValue) throws(JSONShapeError) {
    guard let checked = json["checked"]?.string.flatMap(Timestamp.init) else {
      throw JSONShapeError(path: "checked", expected: "a moment")
    }
    self.init(checked: checked, answer: try Self.answer(json), copied: json["copied"]?.string.flatMap(Timestamp.init))
    if let text = json["text"]?.string {
      copy = Array(text.utf8)
    } else if let octets = json["octets"]?.string {
      copy = octets.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
    if (copy == nil) != (copied == nil) { throw JSONShapeError(path: "copied", expected: "there with a copy only") }
    if answer == .file, copy == nil { throw JSONShapeError(path: "text", expected: "the file") }
  }

  private static func answer(_ json: JSONValue) throws(JSONShapeError) -> RobotsAnswer {
    let status = json["status"]?.integer
    switch json["answer"]?.string {
    case "file": return .file
    case "too-many-redirects": return .tooManyRedirects
    case "no-file": if let status { return .noFile(status: status) }
    case "unreachable":
      if let status { return .unreachable(.status(status)) }
      // A code of another release is trouble all the same.
      let code = json["trouble"]?.string.flatMap(FetchError.Code.init)
      return .unreachable(.fetch(code ?? .protocolViolation))
    default: break
    }
    throw JSONShapeError(path: "answer", expected: "file, no-file, too-many-redirects or unreachable")
  }
}
