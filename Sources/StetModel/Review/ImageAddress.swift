/// Addresses of images, told from those of the same image in another size.
public enum ImageAddress {
  /// The address without what chooses a size, a density or a format: WordPress's `-300x200`, `-scaled` and `@2x` before the
  /// suffix, parameters such as `w` and `resize`, and the image proxy (`i0.wp.com`) in front; and without scheme and tracking
  /// parameters, as `Review.comparableAddress`.
  public static func comparable(_ address: String) -> String {
    var text = Review.comparableAddress(address)
    for number in 0...3 where text.hasPrefix("//i\(number).wp.com/") { text = "//" + text.dropFirst(12) }
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var result = withoutSize(parts[0])
    if parts.count == 2 {
      let kept = parts[1].split(separator: "&").filter { !isSize($0) }
      if !kept.isEmpty { result += "?" + kept.joined(separator: "&") }
    }
    return result
  }

  private static let sizeParameters: Set<String> = [
    "auto", "crop", "dpr", "fit", "fm", "format", "h", "height", "q", "quality", "resize", "size", "ssl", "strip", "w",
    "width",
  ]

  private static func isSize(_ parameter: Substring) -> Bool {
    sizeParameters.contains(ASCII.lowercased(String(parameter.prefix { $0 != "=" })))
  }

  /// The path without the marks of a size before its suffix.
  private static func withoutSize(_ path: Substring) -> String {
    guard let dot = path.lastIndex(of: "."), path[dot...].count <= 5, !path[dot...].contains("/") else {
      return String(path)
    }
    var stem = path[..<dot]
    if stem.hasSuffix("@2x") || stem.hasSuffix("@3x") { stem = stem.dropLast(3) }
    if stem.hasSuffix("-scaled") { stem = stem.dropLast(7) }
    if let dash = stem.lastIndex(where: { $0 == "-" || $0 == "_" }) {
      let sides = stem[stem.index(after: dash)...].split(separator: "x", omittingEmptySubsequences: false)
      if sides.count == 2, sides.allSatisfy({ (1...5).contains($0.count) && $0.utf8.allSatisfy(ASCII.isDigit) }) {
        stem = stem[..<dash]
      }
    }
    return String(stem) + path[dot...]
  }
}
