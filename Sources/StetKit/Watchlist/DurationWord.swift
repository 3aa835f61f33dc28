/// Durations as people write them: `90` (seconds), `20m`, `1h30m`, `2 days`.
public enum DurationWord {
  private static let units: [(names: [String], seconds: Double)] = [
    (["s", "sec", "second", "seconds"], 1), (["m", "min", "minute", "minutes"], 60),
    (["h", "hour", "hours"], 3600), (["d", "day", "days"], 86_400), (["w", "week", "weeks"], 604_800),
  ]

  /// The longest: ten years, so that sums stay sums.
  private static let longest = 315_360_000.0

  /// Reads a duration; a number alone is seconds. Nil when it is none, is negative or is over ten years.
  public static func read(_ text: String) -> Duration? {
    var rest = Substring(text.lowercased().filter { $0 != " " })
    guard !rest.isEmpty else { return nil }
    if rest.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) {
      return Double(rest).flatMap { $0 <= longest ? duration($0) : nil }
    }
    var sum = 0.0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      let word = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(word.count)
      guard let number = Double(digits), let unit = units.first(where: { $0.names.contains(String(word)) }) else {
        return nil
      }
      sum += number * unit.seconds
    }
    return sum <= longest ? duration(sum) : nil
  }

  private static func duration(_ seconds: Double) -> Duration { .milliseconds(Int64((seconds * 1000).rounded())) }

  /// What to write, for messages.
  public static let examples = "30s, 20m, 1h30m or 7d"
}
