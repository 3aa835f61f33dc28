internal import StetArchive
internal import StetDigest
internal import StetGzip
internal import StetModel
internal import StetWARC
internal import StetZIP

/// The stored responses of a selection as a WACZ file (1.1.1): the WARC file, its index, the pages, and the manifest, each
/// stored as it is.
///
/// What stands before a file says how long it is and what its digest is, so the WARC file is read twice.
struct WACZExport {
  let archive: Archive
  let selection: EvidenceSelection
  let title: String

  /// What has to be known of a file before it is written.
  private struct Facts {
    var length = 0
    var crc = CRC32()
    let digest = SHA256Stream()

    mutating func add(_ bytes: [UInt8]) {
      length += bytes.count
      crc.update(bytes)
      digest.update(bytes)
    }
  }

  /// Writes the file.
  func write(to sink: ([UInt8]) throws -> Void) throws {
    let warc = try WARCExport(archive, selection)
    var facts = Facts()
    try warc.write { facts.add($0) }
    var zip = ZIPWriter()
    let path = "archive/\(WARCExport.filename)"
    try sink(zip.header(path, length: UInt64(facts.length), crc32: facts.crc.value))
    var second = Facts()
    try warc.write {
      second.add($0)
      try sink($0)
    }
    let digest = facts.digest.finish()
    guard second.digest.finish() == digest else {
      throw ExportError(
        code: .cannotWrite,
        message: "Cannot write a WACZ file of '\(archive.path)': its WARC files changed meanwhile. Run again.",
        subject: archive.path)
    }
    var resources = [DataPackage.Resource(path: path, digest: digest, length: facts.length)]
    let index = try WACZIndex(warc.lines)
    for (path, bytes) in [
      ("indexes/index.cdx.gz", index.compressed), ("indexes/index.idx", index.secondary),
      ("pages/pages.jsonl", selection.pages.bytes),
    ] {
      resources.append(DataPackage.Resource(path: path, digest: .sha256(of: bytes), length: bytes.count))
      try add(path, bytes, to: &zip, sink)
    }
    let package = DataPackage(
      resources, title: title, created: selection.newest ?? Timestamp(secondsSince1970: 0), pages: selection.pages)
    try add("datapackage.json", package.manifest, to: &zip, sink)
    try add("datapackage-digest.json", package.digest, to: &zip, sink)
    try sink(zip.end())
  }

  private func add(_ path: String, _ bytes: [UInt8], to zip: inout ZIPWriter, _ sink: ([UInt8]) throws -> Void) throws {
    var crc = CRC32()
    crc.update(bytes)
    try sink(zip.header(path, length: UInt64(bytes.count), crc32: crc.value) + bytes)
  }
}
