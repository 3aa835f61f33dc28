internal import StetFetch
internal import StetKit
internal import StetModel

/// A verdict of robots.txt, for people.
enum RobotsRendering {
  /// The address with the verdict in front, and below it the reason and what else the file asks for.
  static func text(_ finding: RobotsFinding, _ style: TextStyle) -> String {
    let verdict = finding.verdict
    let word = verdict.isAllowed ? style.green("allowed") : style.red("refused")
    var lines = ["\(word)  \(VisibleText.line(finding.address.description))"]
    lines.append(VisibleText.line(verdict.reason, width: 400))
    if let delay = verdict.crawlDelay { lines.append("asks for a pause of \(delay) between two requests") }
    return lines.joined(separator: "\n         ") + "\n"
  }
}
