internal import StetModel

/// Whether a document is written in the one form that the format knows.
///
/// A digest covers what a document says and not how it is spelled: white space, the order of members and escapes could be
/// changed, or something be hidden in them, and every digest would still fit.
enum StoredForm {
  /// What is wrong with the spelling of a snapshot or an observation; nil when it is as it should be.
  /// - Parameter canonical: the document's canonical bytes.
  static func fault(of bytes: [UInt8], saying document: JSONValue, _ canonical: [UInt8]) -> String? {
    guard !PrettyJSON.isForm(bytes, of: canonical) else { return nil }
    return fault(of: bytes[...], shouldBe: PrettyJSON.bytes(document))
  }

  /// What is wrong with the spelling of a visit line; nil when it is as it should be.
  /// - Parameter canonical: what it says in canonical form.
  static func fault(ofLine bytes: ArraySlice<UInt8>, _ canonical: [UInt8]) -> String? {
    bytes == canonical[...] ? nil : fault(of: bytes, shouldBe: canonical)
  }

  private static func fault(of bytes: ArraySlice<UInt8>, shouldBe form: [UInt8]) -> String {
    let place = zip(bytes, form).prefix { $0 == $1 }.count
    return "from byte \(place) on it is not spelled as stet spells it (white space, order of members, escapes), though "
      + "what it says is intact"
  }
}
