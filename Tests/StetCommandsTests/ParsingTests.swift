import ArgumentParser
import Testing

@testable import StetCommands

@Suite struct ParsingTests {
  @Test(
    "Global options before the command are the command's own",
    arguments: [
      (["--archive", "A", "list"], ["list", "--archive", "A"]),
      (["--archive=A", "--quiet", "list", "--json"], ["list", "--archive=A", "--quiet", "--json"]),
      (["--color", "never", "--log-format=json", "log", "x"], ["log", "--color", "never", "--log-format=json", "x"]),
      (["list", "--archive", "A"], ["list", "--archive", "A"]),
      (["--archive"], ["--archive"]), (["--archive", "list"], ["--archive", "list"]),
      (["--quiet", "--version"], ["--quiet", "--version"]), ([], []),
      (["--bogus", "list"], ["--bogus", "list"]),
    ])
  func hoisting(arguments: [String], hoisted: [String]) {
    #expect(GlobalOptions.hoisted(arguments) == hoisted)
  }

  @Test("Every command has an example, its exit codes and the common options in its help")
  func help() throws {
    func check(_ command: any ParsableCommand.Type, _ path: String) {
      let help = StetCommand.helpMessage(for: command, columns: 80)
      #expect(help.contains("EXAMPLE"), "\(path)")
      #expect(help.contains("EXIT CODES:"), "\(path)")
      if command is any ConsoleCommand.Type {
        for option in ["--archive", "--quiet", "--verbose", "--color", "--log-format"] {
          #expect(help.contains(option), "\(path) \(option)")
        }
      }
      for subcommand in command.configuration.subcommands {
        check(subcommand, path + " " + (subcommand.configuration.commandName ?? ""))
      }
    }
    check(StetCommand.self, "stet")
  }

  @Test("No example is broken by the width of a terminal")
  func examples() {
    for command in StetCommand.configuration.subcommands {
      for line in command.configuration.discussion.split(separator: "\n") where line.hasPrefix("  stet ") {
        #expect(line.count <= 80)
      }
    }
  }

  @Test("Colour: chosen, or by terminal, NO_COLOR and TERM")
  func color() {
    func isColored(_ choice: ColorChoice, _ isTerminal: Bool, _ environment: [String: String]) -> Bool {
      choice.isColored(onTerminal: isTerminal) { environment[$0] }
    }
    #expect(isColored(.auto, true, ["TERM": "xterm"]))
    #expect(!isColored(.auto, false, [:]))
    #expect(!isColored(.auto, true, ["NO_COLOR": "1"]))
    #expect(isColored(.auto, true, ["NO_COLOR": ""]))
    #expect(!isColored(.auto, true, ["TERM": "dumb"]))
    #expect(isColored(.always, false, ["NO_COLOR": "1"]))
    #expect(!isColored(.never, true, [:]))
  }

  private typealias Status = StetCommands.ExitStatus

  @Test("Several statuses come to one")
  func statuses() {
    #expect(Status.of([Status]()) == .done)
    #expect(Status.of([.done]) == .done)
    #expect(Status.of([.unavailable]) == .unavailable)
    #expect(Status.of([.done, .done]) == .done)
    #expect(Status.of([.done, .unavailable]) == .someFailed)
    #expect(Status.of([.unreadable, .unavailable]) == .failed)
  }

  @Test("A progress bar says how far it is and how long it will take")
  func progress() {
    let line = ProgressBar.line("reading", done: 50, total: 200, label: "x", elapsed: .seconds(25))
    #expect(line == "stet: reading ━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 50/200  1:15 left  x")
    #expect(ProgressBar.line("reading", done: 0, total: 0, label: "", elapsed: .zero).hasSuffix(" 0/0"))
  }
}
