internal import StetHTML
internal import StetModel

/// Boxes that a review sets beside its text, though they stand in it: marks with pros and cons, offers of shops, readers'
/// votes.
struct ReviewBoxes {
  let reading: PageReading
  private var survey: PageSurvey { reading.survey }

  init(_ reading: PageReading) { self.reading = reading }

  /// The outermost boxes in a subtree.
  func nodes(in root: Int) -> [Int] {
    var found: [Int] = []
    var index = root + 1
    while index < reading.document.end(root) {
      if isBox(index, in: root) {
        found.append(index)
        index = reading.document.end(index)
      } else {
        index += 1
      }
    }
    return found
  }

  private func isBox(_ index: Int, in root: Int) -> Bool {
    let weight = survey.weight[index]
    guard weight > 0, weight < 900, weight * 3 < survey.weight[root], reading.document.tag(index) != .text else {
      return false
    }
    let signals = survey.signals[index]
    if signals.isSuperset(of: [.rating, .box]) { return true }
    if signals.contains(.rating), weight < 40, [.div, .p].contains(reading.document.tag(index)) { return true }
    if weight < 600, !signals.isDisjoint(with: [.pros, .cons]), !survey.landmarks.verdicts.isEmpty {
      return reading.document.subtree(index).prefix(400).contains { reading.document.tag($0) == .li }
    }
    if signals.contains(.widget), !signals.contains(.builder), survey.linkDensity(index) > 0.4 { return true }
    // The reviewer's words on a mark are text; what readers voted is not.
    guard weight < 60, survey.ownWeight[index] > 0 else { return false }
    // A count of votes has a digit, of whatever script.
    let hasCount = reading.document.text[reading.document.textRange(index)].contains { ASCII.isDigit($0) || $0 >= 0xD9 }
    return hasCount && RatingReader.isReaderVote(survey.line(index))
  }
}
