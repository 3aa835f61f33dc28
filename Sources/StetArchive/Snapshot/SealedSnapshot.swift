internal import StetDigest
public import StetModel

/// A snapshot with its digest, in the one form in which it is stored.
public struct SealedSnapshot: Sendable {
  /// The snapshot's values.
  public let snapshot: Snapshot
  /// SHA-256 over the canonical JSON (RFC 8785) of the document without its `digest` member; of a redacted one that which
  /// it had when it was whole, and by which everything else names it.
  public let digest: Digest
  /// Why and when its text was taken out; nil when it was not.
  public let redaction: Redaction?
  /// The document as stored; members that this version of stet does not know are kept.
  public let document: JSONValue

  /// Puts the digest on a snapshot.
  public static func seal(_ snapshot: Snapshot) -> SealedSnapshot {
    let (document, digest) = DigestSeal.seal(snapshot.json)
    return SealedSnapshot(snapshot: snapshot, digest: digest, redaction: nil, document: document)
  }

  /// Reads a stored snapshot and checks its format and its digest.
  ///
  /// - Parameter subject: the path or name that error messages use.
  /// - Throws: `newerFormat` for a later major version, `damaged` for anything that stet did not write.
  public static func read(_ bytes: [UInt8], subject: String) throws(ArchiveError) -> SealedSnapshot {
    try opened(bytes, subject: subject).sealed
  }

  /// The same, with the canonical bytes of the document.
  static func opened(
    _ bytes: [UInt8], subject: String
  ) throws(ArchiveError) -> (sealed: SealedSnapshot, canonical: [UInt8]) {
    func damaged(_ reason: String) -> ArchiveError {
      ArchiveError(
        code: .damaged,
        message:
          "Cannot read the snapshot '\(subject)': \(reason). Restore the file from a backup; 'stet verify' tells "
          + "whether more is broken.", subject: subject)
    }
    let document: JSONValue
    do throws(JSONParseError) {
      document = try JSONParser.parse(bytes)
    } catch {
      throw damaged("\(error)")
    }
    try FormatName.snapshot.check(document, subject: subject, otherwise: .damaged)
    guard let digest = DigestSeal.digest(writtenOn: document) else { throw damaged("it has no digest") }
    let (found, canonical) = DigestSeal.canonical(document)
    guard digest == found else { throw damaged("its content does not fit its digest") }
    let redaction = Redaction(of: document)
    guard document["redacted"] == nil || redaction != nil else {
      throw damaged("nothing tells what it was redacted of")
    }
    do throws(JSONShapeError) {
      let sealed = SealedSnapshot(
        snapshot: try Snapshot(json: document), digest: redaction?.digest ?? digest, redaction: redaction,
        document: document)
      return (sealed, canonical)
    } catch {
      throw damaged("\(error)")
    }
  }

  /// The file: pretty-printed JSON with sorted keys in UTF-8, one newline at the end.
  public var bytes: [UInt8] { PrettyJSON.bytes(document) }

  private init(snapshot: Snapshot, digest: Digest, redaction: Redaction?, document: JSONValue) {
    self.snapshot = snapshot
    self.digest = digest
    self.redaction = redaction
    self.document = document
  }
}
