internal import StetArchive
internal import StetModel

/// What is handed out as it is stored.
extension ReadingRoom {
  /// A version's file, byte for byte.
  func snapshot(_ version: Int, of name: PageName) throws -> RoomAnswer {
    let page = try known(name)
    return RoomAnswer(type: "application/json", .bytes(try shelf.archive.snapshotBytes(version, of: page)))
  }

  /// The content of the response from which a version was read, as the archive keeps it: after decompression, in the
  /// server's charset. Somebody else's page must not run on our origin: it is for saving, never for showing.
  /// - Parameter part: which of a text's pages, the first being 1.
  func response(_ version: Int, part: Int, of name: PageName) throws -> RoomAnswer {
    let page = try known(name)
    let sealed = try shelf.archive.snapshot(version, of: page)
    if let redaction = sealed.redaction { throw RoomError.redacted("\(redaction)") }
    var snapshot = sealed.snapshot
    var record = snapshot.response?.record
    if part > 1 {
      guard let parts = snapshot.response?.parts, part - 2 < parts.count else { throw RoomError.notFound }
      record = parts[part - 2].record
      snapshot.response?.parts = [parts[part - 2]]
    }
    let archive = shelf.archive
    let exchange = try part == 1 ? archive.response(of: snapshot) : archive.parts(of: snapshot)?.first
    guard let exchange else {
      // A record that is named and not there was taken out.
      guard record != nil else { throw RoomError.noResponse }
      throw RoomError.redacted(nil)
    }
    let slug = page.folder.split(separator: "/").last?.prefix { $0 != "~" } ?? "page"
    let ending = part > 1 ? "response-\(part)" : "response"
    return RoomAnswer(download: .bytes(exchange.body), name: "\(slug).\(version).\(ending)")
  }

  /// A WARC file of the archive, or the index beside it.
  func warc(_ path: String) throws -> RoomAnswer {
    guard let file = shelf.archive.evidenceFile(path), let name = path.split(separator: "/").last else {
      throw RoomError.notFound
    }
    return RoomAnswer(download: .file(file), name: String(name))
  }

  /// The page with this name.
  /// - Throws: `notFound`.
  func known(_ name: PageName) throws -> ArchivedPage {
    guard let page = try shelf.page(name) else { throw RoomError.notFound }
    return page
  }
}

extension RoomError {
  static let noResponse = RoomError(code: .notFound, message: "The archive keeps no response of this version.")

  /// - Parameter redaction: when and why, in words.
  static func redacted(_ redaction: String?) -> RoomError {
    RoomError(code: .gone, message: "The text was \(redaction ?? "redacted").")
  }
}
