import Foundation
import Testing

@testable import StetReadingRoom

/// The contrasts of the style, computed as WCAG 2.2 defines them (1.4.3, 1.4.11).
@Suite("Colours")
struct RoomColourTests {
  /// The custom properties of `:root` in light, and in dark.
  static let schemes: [(name: String, colours: [String: String])] = {
    let style = String(decoding: PackageResources.room_css, as: UTF8.self)
    let roots = style.components(separatedBy: ":root {").dropFirst().prefix(2)
    return zip(["light", "dark"], roots).map { name, root in
      var colours: [String: String] = [:]
      for line in root.prefix(while: { $0 != "}" }).split(separator: ";") {
        let parts = line.split(separator: ":").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        if parts.count == 2, parts[1].hasPrefix("#") { colours[parts[0]] = parts[1] }
      }
      return (name, colours)
    }
  }()

  @Test("Text stands out from what is behind it by 4.5 to 1 and more, in light and dark")
  func text() throws {
    let pairs = [
      ("--ink", "--paper"), ("--faint", "--paper"), ("--accent", "--paper"), ("--ins", "--paper"), ("--del", "--paper"),
      ("--ink", "--card"), ("--faint", "--card"), ("--accent", "--card"), ("--del", "--card"), ("--ins", "--ins-back"),
      ("--del", "--del-back"), ("--ink", "--found"),
    ]
    for (front, back) in pairs { try check(front, back, atLeast: 4.5) }
  }

  @Test("The edges of what can be used, and drawings, stand out by 3 to 1 and more")
  func edges() throws {
    for front in ["--edge", "--accent"] { try check(front, "--paper", atLeast: 3) }
  }

  private func check(_ front: String, _ back: String, atLeast least: Double) throws {
    #expect(Self.schemes.count == 2)
    for scheme in Self.schemes {
      let first = try luminance(#require(scheme.colours[front]))
      let second = try luminance(#require(scheme.colours[back]))
      let contrast = (max(first, second) + 0.05) / (min(first, second) + 0.05)
      #expect(contrast >= least, "\(front) on \(back) in \(scheme.name): \(contrast)")
    }
  }

  /// WCAG 2.2, relative luminance.
  private func luminance(_ colour: String) throws -> Double {
    let number = try #require(Int(colour.dropFirst(), radix: 16))
    let parts = [number >> 16, number >> 8 & 255, number & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
