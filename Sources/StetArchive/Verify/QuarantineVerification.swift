internal import StetDigest
internal import StetModel

/// Checks an observation in quarantine against the visit that names it.
enum QuarantineVerification {
  /// What is wrong, and where.
  struct Fault {
    let path: String
    let reason: String
  }

  static func faults(of visit: Visit, in layout: ArchiveLayout, folder: String) -> [Fault] {
    let logPath = "\(folder)/\(ArchiveLayout.visitLog)"
    guard let path = visit.quarantine else {
      return [Fault(path: logPath, reason: "a visit set an observation aside and does not name it")]
    }
    // The path is data: it must not lead out of the page's own quarantine.
    let expected = ArchiveLayout.quarantineFolder(visit.page)
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard path == "\(expected)/\(name)", QuarantineFiles.isObservation(name) else {
      return [Fault(path: logPath, reason: "a visit names '\(path)', which is not in '\(expected)'")]
    }
    guard let bytes = try? FileReading.bytes(of: layout.absolute(path)) else {
      return [Fault(path: path, reason: "the observation cannot be read, though the visit log names it")]
    }
    if let document = try? JSONParser.parse(bytes), let redaction = Redaction(of: document),
      redaction.digest == visit.digest, DigestSeal.digest(writtenOn: document) == DigestSeal.digest(of: document)
    {
      return []
    }
    guard bytes.last == UInt8(ascii: "\n"), let document = try? JSONParser.parse(bytes),
      DigestSeal.digest(writtenOn: document) == visit.digest, DigestSeal.digest(of: document) == visit.digest
    else { return [Fault(path: path, reason: "the observation is not the one that the visit log names")] }
    guard let expectedBody = document["bodyDigest"]?.string else { return [] }
    let bodyPath = String(path.dropLast(5)) + ".body"
    guard let body = try? FileReading.bytes(of: layout.absolute(bodyPath)) else {
      return [Fault(path: bodyPath, reason: "the body of an observation cannot be read")]
    }
    return Digest.sha256(of: body).description == expectedBody
      ? [] : [Fault(path: bodyPath, reason: "the body of an observation does not fit its digest")]
  }
}
