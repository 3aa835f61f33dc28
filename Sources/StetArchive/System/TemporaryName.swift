/// Names of files that are not finished: `.stet-`, sixteen hexadecimal digits, `.tmp`.
enum TemporaryName {
  static func random() -> String { ".stet-\(randomDigits()).tmp" }

  /// Sixteen hexadecimal digits that nobody has used before.
  static func randomDigits() -> String {
    let digits = String(UInt64.random(in: 0 ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Whether a file of this name is what a crash left behind.
  static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(".stet-") && name.hasSuffix(".tmp")
  }

  /// Whether the name is none of the archive's business: `.git`, `.DS_Store` and their like.
  static func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") && !isTemporary(name)
  }
}
