internal import StetModel

/// The name and major version of a format, spelled `stet-archive/1`.
struct FormatName: Hashable, CustomStringConvertible {
  let name: String
  let major: Int

  static let archive = FormatName(name: "stet-archive", major: 1)
  static let snapshot = FormatName(name: "stet-snapshot", major: 1)
  static let quarantine = FormatName(name: "stet-quarantine", major: 1)

  init(name: String, major: Int) {
    self.name = name
    self.major = major
  }

  /// Nil when the text is not of this form.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let major = Int(parts[1]), major > 0 else { return nil }
    self.init(name: String(parts[0]), major: major)
  }

  var description: String { "\(name)/\(major)" }

  /// Checks the `format` member of a document.
  /// - Throws: `newerFormat` for a later major version, `otherwise` when it is no such document.
  func check(_ document: JSONValue, subject: String, otherwise code: ArchiveError.Code) throws(ArchiveError) {
    guard let found = document["format"]?.string.flatMap(FormatName.init), found.name == name, found.major <= major
    else {
      if let found = document["format"]?.string.flatMap(FormatName.init), found.name == name {
        throw ArchiveError(
          code: .newerFormat,
          message: "Cannot read '\(subject)': its format is \(found), and this stet knows \(self). Use a newer stet.",
          subject: subject)
      }
      throw ArchiveError(
        code: code,
        message: "Cannot read '\(subject)': its \"format\" is not \"\(self)\". Check the path, or restore the "
          + "file from a backup.",
        subject: subject)
    }
  }
}
