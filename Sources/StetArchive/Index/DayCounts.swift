internal import Foundation
internal import StetModel

/// What came of the visits of one day.
struct DayCount: Hashable {
  /// Days since 1970, UTC.
  let day: Int
  /// Visits that saw the page.
  var captures = 0
  /// Versions that the page is the cause of, the first one not counted.
  var changes = 0
}

/// Counts by day: made from a visit log, and as the index keeps them.
enum DayCounts {
  /// Of visits, in the order of days; only days on which something is to be counted.
  static func of(_ visits: [Visit]) -> [DayCount] {
    of(
      visits.map { visit in
        let isChange = visit.wroteVersion && (visit.outcome == .changed || visit.outcome == .gone)
        return (visit.at, visit.outcome.sawThePage, isChange)
      })
  }

  static func of(_ visits: [(at: Timestamp, isCapture: Bool, isChange: Bool)]) -> [DayCount] {
    var counts: [Int: DayCount] = [:]
    for visit in visits where visit.isCapture || visit.isChange {
      let seconds = visit.at.secondsSince1970
      let day = Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
      counts[day, default: DayCount(day: day)].captures += visit.isCapture ? 1 : 0
      counts[day, default: DayCount(day: day)].changes += visit.isChange ? 1 : 0
    }
    return counts.values.sorted { $0.day < $1.day }
  }

  /// For each day: days since the one before, captures, changes; seven bits to a byte, the lowest first.
  static func packed(_ counts: [DayCount]) -> Data {
    var data = Data()
    var last = 0
    for count in counts {
      // The first may be before 1970.
      let step = count.day - last
      for number in [step >= 0 ? step << 1 : (-step << 1) | 1, count.captures, count.changes] {
        var rest = number
        while rest > 0x7F {
          data.append(UInt8(rest & 0x7F) | 0x80)
          rest >>= 7
        }
        data.append(UInt8(rest))
      }
      last = count.day
    }
    return data
  }

  static func unpacked(_ data: Data) -> [DayCount] {
    var numbers: [Int] = []
    var (number, shift) = (0, 0)
    for byte in data {
      number |= Int(byte & 0x7F) << shift
      shift += 7
      guard byte < 0x80 || shift > 56 else { continue }
      numbers.append(number)
      (number, shift) = (0, 0)
    }
    var counts: [DayCount] = []
    var day = 0
    for start in stride(from: 0, to: numbers.count - 2, by: 3) {
      day += numbers[start] & 1 == 0 ? numbers[start] >> 1 : -(numbers[start] >> 1)
      counts.append(DayCount(day: day, captures: numbers[start + 1], changes: numbers[start + 2]))
    }
    return counts
  }
}
