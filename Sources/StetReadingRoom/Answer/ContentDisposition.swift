/// The Content-Disposition field (RFC 6266).
enum ContentDisposition {
  /// For saving under this name, of which only what no file system or shell takes for something else is kept. A name that
  /// is not plain ASCII is given in UTF-8 besides (RFC 8187).
  static func attachment(_ name: String) -> String {
    let safe = safeName(name)
    let plain = String(safe.unicodeScalars.map { $0.isASCII ? Character($0) : "_" })
    guard plain != safe else { return "attachment; filename=\"\(plain)\"" }
    return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(RoomLinks.encoded(safe))"
  }

  /// Without folders, signs that shells and Windows read as more than a letter, control characters and marks that are
  /// not seen; at most 120 characters; neither hidden nor empty.
  private static func safeName(_ name: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(120) {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: break
      default: kept.append("\"\\/:*?<>|%;`$&'".unicodeScalars.contains(scalar) ? "_" : scalar)
      }
    }
    let text = String(kept.drop { $0 == "." || $0 == " " })
    return text.isEmpty ? "download" : text
  }
}
