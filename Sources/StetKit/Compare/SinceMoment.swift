public import StetModel

/// A moment in the past as a person writes it: a date (`FirstMoment`), or a span before now.
public enum SinceMoment {
  /// `30m`, `12h`, `7d`, `2w`, or what `FirstMoment` takes; nil for anything else.
  public static func of(_ word: String, now: Timestamp) -> Timestamp? {
    if let moment = FirstMoment.of(word) { return moment }
    let seconds: Int64
    switch word.last {
    case "m": seconds = 60
    case "h": seconds = 3_600
    case "d": seconds = 86_400
    case "w": seconds = 604_800
    default: return nil
    }
    guard word.utf8.dropLast().allSatisfy(ASCII.isDigit), let count = Int64(word.dropLast()), count < 1_000_000 else {
      return nil
    }
    return Timestamp(secondsSince1970: now.secondsSince1970 - count * seconds)
  }
}
