import FoundationEssentials

/// The page that stet was begun for. It is not part of the repository; it stands beside it where it is at hand.
enum SeedPage {
  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/shared/seed"

  static var isAtHand: Bool { FileManager.default.fileExists(atPath: folder + "/the-defector.html") }

  static func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")))
  }
}
