internal import StetHTML
internal import StetModel

/// The address that a page names as its own: `<link rel="canonical">` (RFC 6596).
enum CanonicalLink {
  static func find(_ reading: PageReading) -> PageAddress? {
    for node in reading.survey.landmarks.links where RelTokens.contains("canonical", node, reading.document) {
      if let target = reading.document.attribute(node, .href).flatMap(reading.survey.address.resolving) {
        return target.withoutFragment
      }
    }
    return nil
  }
}
