internal import StetDigest
internal import StetModel

extension ArchiveWriter {
  /// Sets an observation aside: it is logged as a visit and kept with its reason, and replaces no version.
  ///
  /// The addresses that led to it are not kept as aliases: what they led to is not the page.
  ///
  /// Two files under `quarantine/`: what was read, with a digest, and the body as it came.
  ///
  /// - Parameters:
  ///   - reason: why, for a person ("the page asks for consent to cookies").
  ///   - body: the response's body after decompression; when it is empty no file is written for it.
  public func quarantine(_ capture: Capture, reason: String, body: [UInt8]) throws(ArchiveError) -> Visit {
    try changing { _ throws(ArchiveError) in
      var page = try PageRecovery(archive: archive, file: file).open(capture.page)
      let folder = ArchiveLayout.quarantineFolder(capture.page)
      var attempt = 1
      while FileReading.exists(path("\(folder)/\(QuarantineFiles.stem(capture.captured, attempt: attempt)).json")) {
        attempt += 1
      }
      let stem = QuarantineFiles.stem(capture.captured, attempt: attempt)
      let (document, digest) = DigestSeal.seal(
        Self.observation(capture, reason: reason, body: body, name: "\(stem).body"))
      let writer = VisitWriter(layout: archive.layout, file: file)
      do throws(SystemCallError) {
        try writer.makeFolder(folder)
        try writer.makeFolder(of: page)
        // The observation names the body: it comes last.
        if !body.isEmpty { try file.create("\(stem).body", in: path(folder), bytes: body) }
        try file.create("\(stem).json", in: path(folder), bytes: PrettyJSON.bytes(document))
        try writer.syncFolders(folder)
      } catch {
        throw ArchiveError(error, action: "Cannot set an observation aside in", subject: path(folder))
      }
      var visit = Visit(at: capture.captured, page: capture.page, outcome: .quarantined)
      visit.note(capture.response)
      visit.reason = reason
      visit.quarantine = "\(folder)/\(stem).json"
      visit.digest = digest
      try writer.append(&visit, to: &page)
      return visit
    }
  }

  private func path(_ relative: String) -> String { archive.layout.absolute(relative) }

  private static func observation(_ capture: Capture, reason: String, body: [UInt8], name: String) -> JSONValue {
    var object = JSONObject()
    object["format"] = .string(FormatName.quarantine.description)
    object["page"] = .string(capture.page.description)
    object["captured"] = .string(capture.captured.description)
    object["reason"] = .string(reason)
    object["response"] = capture.response.json
    object["extractor"] = capture.extractor.json
    object["review"] = capture.review.json
    if !body.isEmpty {
      object["body"] = .string(name)
      object["bodyDigest"] = .string(Digest.sha256(of: body).description)
    }
    return .object(object)
  }
}
