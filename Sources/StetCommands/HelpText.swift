/// The end of a command's help: an example and its exit codes.
enum HelpText {
  /// The text. `meanings` replaces what a status means in general by what it means here.
  static func discussion(
    _ introduction: String, examples: [String], exits: [ExitStatus], meanings: [ExitStatus: String] = [:]
  ) -> String {
    var lines = introduction.isEmpty ? [] : [introduction, ""]
    lines.append(examples.count == 1 ? "EXAMPLE:" : "EXAMPLES:")
    lines += examples.map { "  " + $0 }
    lines += ["", "EXIT CODES:"]
    for status in exits {
      let number = String(status.rawValue)
      let indent = String(repeating: " ", count: 5 - number.count)
      lines.append(indent + number + "  " + (meanings[status] ?? status.meaning))
    }
    return lines.joined(separator: "\n")
  }
}
