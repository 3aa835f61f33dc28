internal import StetDigest
internal import StetModel

/// Checks an observation in quarantine against the visit that names it.
struct QuarantineVerification {
  let layout: ArchiveLayout
  /// The page's folder.
  let folder: String
  /// The paths of the observations that the page's log declares redacted.
  let redacted: Set<String>

  /// What there is to say.
  func findings(of visit: Visit) -> [Finding] {
    let logPath = "\(folder)/\(ArchiveLayout.visitLog)"
    guard let path = visit.quarantine else {
      return broken(logPath, "a visit set an observation aside and does not name it")
    }
    // The path is data: it must not lead out of the page's own quarantine.
    let expected = ArchiveLayout.quarantineFolder(visit.page)
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard path == "\(expected)/\(name)", QuarantineFiles.isObservation(name) else {
      return broken(logPath, "a visit names '\(path)', which is not in '\(expected)'")
    }
    guard (try? layout.refuseLinks(at: expected)) != nil, let bytes = try? FileReading.bytes(of: layout.absolute(path))
    else {
      return broken(path, "the observation cannot be read, though the visit log names it")
    }
    guard let document = try? JSONParser.parse(bytes), let written = DigestSeal.digest(writtenOn: document),
      case let (digest, canonical) = DigestSeal.canonical(document), written == digest
    else { return broken(path, "the observation is none, or does not fit its digest") }
    let redaction = Redaction(of: document)
    guard redaction?.digest ?? written == visit.digest else {
      return broken(path, "the observation is not the one that the visit log names")
    }
    if let fault = StoredForm.fault(of: bytes, saying: document, canonical) { return broken(path, fault) }
    switch (redaction, redacted.contains(path)) {
    case (let redaction?, true):
      let body = Self.body(of: path)
      if FileReading.exists(layout.absolute(body)) {
        return broken(body, "the observation is redacted, its body is not")
      }
      return [Finding(severity: .note, code: .redacted, path: path, message: redaction.description)]
    case (.some, false): return broken(path, "its text is gone, and no visit says that it was redacted")
    case (nil, true): return broken(path, "it is declared redacted and has its text: redact it again")
    case (nil, false): return bodyFindings(document, path)
    }
  }

  /// The body of a response that no WARC record holds.
  private func bodyFindings(_ document: JSONValue, _ path: String) -> [Finding] {
    guard let expected = document["bodyDigest"]?.string else { return [] }
    let path = Self.body(of: path)
    guard let body = try? FileReading.bytes(of: layout.absolute(path)) else {
      return broken(path, "the body of an observation cannot be read")
    }
    return Digest.sha256(of: body).description == expected
      ? [] : broken(path, "the body of an observation does not fit its digest")
  }

  private static func body(of observation: String) -> String { String(observation.dropLast(5)) + ".body" }

  private func broken(_ path: String, _ reason: String) -> [Finding] {
    [Finding(severity: .finding, code: .brokenQuarantine, path: path, message: reason)]
  }
}
