internal import Glibc

/// The words of `state/changes`, the journal of pages that are about to change.
///
/// The first line names the format and this journal; each later line is `begin <boot>`, `+<page folder>`, `.` (all that
/// was noted before has settled), `all` (any page may have changed) or `end`. Whatever else stands there, the remains
/// of a power cut for instance, counts as `all`.
enum JournalText {
  static let name = "changes"
  static let path = "\(ArchiveLayout.state)/\(name)"
  static let settled = ".\n"
  static let everything = "all\n"
  static let end = "end\n"

  private static let header = "stet-changes/1 "

  /// The first line of a new journal.
  static func newHeader() -> String { header + TemporaryName.randomDigits() + "\n" }

  static func begin() -> String { "begin \(bootIdentifier)\n" }
  static func note(_ folder: String) -> String { "+\(folder)\n" }

  /// Which journal it is; nil when it is none.
  static func identifier(of bytes: [UInt8]) -> String? {
    guard let newline = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = String(decoding: bytes[..<newline], as: UTF8.self)
    guard line.hasPrefix(header) else { return nil }
    return String(line.dropFirst(header.utf8.count))
  }

  /// What tells one start of the machine from the next; empty when nothing does.
  static let bootIdentifier: String = {
    let bytes = (try? FileReading.bytes(of: "/proc/sys/kernel/random/boot_id")) ?? []
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }()
}
