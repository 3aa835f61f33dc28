internal import StetDigest
public import StetModel

/// The manifest of a WACZ file (1.1.1): `datapackage.json`, and the digest of it.
public struct DataPackage: Sendable {
  /// A file of the package.
  public struct Resource: Sendable, Hashable {
    /// Its path in the package.
    public let path: String
    /// The digest of its bytes.
    public let digest: Digest
    /// How many they are.
    public let length: Int

    /// A file of the package.
    public init(path: String, digest: Digest, length: Int) {
      self.path = path
      self.digest = digest
      self.length = length
    }
  }

  /// The content of `datapackage.json`.
  public let manifest: [UInt8]
  /// The content of `datapackage-digest.json`.
  public let digest: [UInt8]

  /// The manifest of these files.
  /// - Parameters:
  ///   - created: the moment of its making, as told.
  ///   - pages: of them the first is the one to start with.
  public init(_ resources: [Resource], title: String, created: Timestamp, pages: WACZPages) {
    var object: JSONObject = [
      "profile": "data-package",
      "wacz_version": "1.1.1",
      "title": .string(title),
      "created": .string(created.description),
      "modified": .string(created.description),
      "software": .string("stet/\(StetVersion.text)"),
    ]
    object["mainPageUrl"] = pages.mainURL.map(JSONValue.string)
    object["mainPageDate"] = pages.mainDate.map { .string($0.description) }
    object["resources"] = .array(
      resources.map { resource in
        .object([
          "name": .string(String(resource.path.split(separator: "/").last ?? "")), "path": .string(resource.path),
          "hash": .string(resource.digest.description), "bytes": .number(Double(resource.length)),
        ])
      })
    manifest = PrettyJSON.bytes(.object(object), order: .kept)
    digest = PrettyJSON.bytes(
      .object(["path": "datapackage.json", "hash": .string(Digest.sha256(of: manifest).description)]), order: .kept)
  }
}
