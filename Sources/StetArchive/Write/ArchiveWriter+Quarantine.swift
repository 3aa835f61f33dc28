internal import StetDigest
internal import StetModel

extension ArchiveWriter {
  /// Sets an observation aside: it is logged as a visit and kept with its reason, and replaces no version.
  ///
  /// The addresses that led to it are not kept as aliases: what they led to is not the page.
  ///
  /// What was read goes into a file under `quarantine/`, with a digest; what came over the wire into a WARC file, or,
  /// when the capture has no exchanges, the body into a second file.
  ///
  /// - Parameters:
  ///   - code: why, in a word ("consent-wall").
  ///   - reason: why, for a person ("the page asks for consent to cookies").
  ///   - body: the response's body after decompression, for a capture without exchanges; when it is empty no file is
  ///     written for it.
  public func quarantine(
    _ capture: Capture, code: String? = nil, reason: String, body: [UInt8]
  ) throws(ArchiveError) -> Visit {
    try record(.setAside(capture, code: code, reason: reason, body: body))
  }

  func planQuarantine(
    _ capture: Capture, code: String?, reason: String, body: [UInt8], _ page: OpenPage
  ) -> PlannedVisit {
    let folder = ArchiveLayout.quarantineFolder(capture.page)
    var capture = capture
    let evidence = page.evidence(capture, for: &capture.response)
    let body = evidence.isEmpty ? body : []
    var attempt = 1
    while FileReading.exists(path("\(folder)/\(QuarantineFiles.stem(capture.captured, attempt: attempt)).json")) {
      attempt += 1
    }
    let stem = QuarantineFiles.stem(capture.captured, attempt: attempt)
    let (document, digest) = DigestSeal.seal(
      Self.observation(capture, code: code, reason: reason, body: body, name: "\(stem).body"))
    var visit = Visit(at: capture.captured, page: capture.page, outcome: .quarantined)
    visit.note(capture.response)
    visit.code = code
    visit.reason = reason
    visit.quarantine = "\(folder)/\(stem).json"
    visit.digest = digest
    var plan = PlannedVisit(page, visit, evidence)
    plan.action = "Cannot set an observation aside in"
    plan.subject = path(folder)
    // The observation names the body: it comes last.
    if !body.isEmpty { plan.files.append(PlannedVisit.NewFile(folder: folder, name: "\(stem).body", bytes: body)) }
    plan.files.append(PlannedVisit.NewFile(folder: folder, name: "\(stem).json", bytes: PrettyJSON.bytes(document)))
    return plan
  }

  private func path(_ relative: String) -> String { archive.layout.absolute(relative) }

  private static func observation(_ capture: Capture, code: String?, reason: String, body: [UInt8], name: String)
    -> JSONValue
  {
    var object = JSONObject()
    object["format"] = .string(FormatName.quarantine.description)
    object["page"] = .string(capture.page.description)
    object["captured"] = .string(capture.captured.description)
    object["code"] = code.map(JSONValue.string)
    object["reason"] = .string(reason)
    object["response"] = capture.response.json
    object["extractor"] = capture.extractor.json
    object["review"] = capture.review.json
    if !capture.provenance.isEmpty {
      object["provenance"] = .object(
        JSONObject(capture.provenance.map { JSONObject.Member(name: $0.field, value: $0.provenance.json) }))
    }
    if !body.isEmpty {
      object["body"] = .string(name)
      object["bodyDigest"] = .string(Digest.sha256(of: body).description)
    }
    return .object(object)
  }
}
