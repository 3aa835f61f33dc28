internal import Glibc
internal import StetDigest
internal import StetModel

/// A page's visit log as it stands on disk: JSON Lines, each with the hash of the line before it.
struct VisitLog {
  /// The visits, in the order in which they were written.
  private(set) var visits: [Visit]
  /// Hash of the last line; nil when there is none.
  private(set) var head: Digest?
  /// Where the next line goes.
  private(set) var completeLength: Int
  /// Whether the file exists.
  private(set) var exists: Bool

  /// Reads a log; one that does not exist is empty. The chain is not checked: `verify` does.
  /// - Throws: `damaged` when a complete line cannot be read.
  static func read(_ layout: ArchiveLayout, folder: String) throws(ArchiveError) -> VisitLog {
    let path = "\(folder)/\(ArchiveLayout.visitLog)"
    let bytes: [UInt8]
    do throws(SystemCallError) {
      bytes = try FileReading.bytes(of: layout.absolute(path))
    } catch  where error.number == ENOENT {
      return VisitLog(visits: [], head: nil, completeLength: 0, exists: false)
    } catch {
      throw ArchiveError(error, action: "Cannot read the visit log", subject: path)
    }
    let lines = VisitLines(bytes)
    var visits: [Visit] = []
    visits.reserveCapacity(lines.lines.count)
    for line in lines.lines {
      do throws(VisitLineFault) {
        visits.append(try VisitLines.visit(line))
      } catch {
        throw ArchiveError(
          code: .damaged,
          message: "Cannot read the visit log '\(path)': line \(visits.count + 1) is \(error.reason). "
            + "Restore the file from a backup; 'stet verify' tells whether more is broken.", subject: path)
      }
    }
    return VisitLog(
      visits: visits, head: lines.lines.last.map(VisitLines.hash), completeLength: lines.completeLength, exists: true)
  }

  /// Takes in a line that was just written behind the others; `line` has no newline.
  mutating func append(_ visit: Visit, line: [UInt8]) {
    visits.append(visit)
    head = VisitLines.hash(line[...])
    completeLength += line.count + 1
    exists = true
  }

  /// The visits that wrote a version, in the order of their numbers.
  var writings: [Visit] { visits.filter(\.wroteVersion) }

  /// The visits in the order of their time; those of one second as they were written.
  var visitsInTime: [Visit] {
    visits.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  /// Every address that led to the page, in the order seen.
  var aliases: [String] { visits.flatMap { $0.outcome == .quarantined ? [] : $0.aliases } }
}
