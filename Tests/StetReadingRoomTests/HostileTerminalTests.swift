import StetModel
import StetTestSupport
import Testing

@testable import StetReadingRoom

@Suite("Hostile text on a terminal")
struct HostileTerminalTests {
  /// What a terminal might obey, or what sets text the wrong way round.
  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x09: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
    default: false
    }
  }

  @Test("No command prints anything that a terminal obeys, whatever the page says")
  func terminal() async throws { try await HostileTextTests.aside { try Self.printAll() } }

  private static func printAll() throws {
    let texts = HostileText.terminal + ["\u{202E}gpj.exe", "a\u{0}b", "x\u{2028}y", "\u{2067}z"]
    let samples = try HostileTextTests.Sample.all(texts)
    let shelf = try HostileTextTests.shelf(samples)
    var commands = [
      ["list"], ["list", "--sort", "captured"], ["search", "owned OR title:red"], ["search", "owned"],
      ["search", "red"],
    ]
    for sample in samples {
      let page = sample.page.description
      commands += [
        ["show", page], ["log", page], ["diff", page, "1", "2"], ["show", page, "--format", "markdown"],
        ["log", page, "--stat"], ["diff", page, "1", "2", "--stat"], ["diff", page, "1", "2", "--format", "unified"],
      ]
    }
    commands.append(["show", texts.joined()])
    commands.append(["diff", "--since", "2026"])
    for command in commands {
      let outcome = try StetBinary.run(["--archive", shelf.path] + command)
      #expect(outcome.exitCode != nil, "\(command)")
      for text in [outcome.output, outcome.errorOutput] {
        let found = text.unicodeScalars.first(where: Self.isDangerous)
        #expect(found == nil, "\(command.prefix(2).map(\.debugDescription)): U+\(String(found?.value ?? 0, radix: 16))")
      }
    }
  }
}
