internal import StetModel

/// Reads a visit log line by line, going on after a fault.
struct VisitLogVerification {
  /// What is wrong with a line.
  struct Fault {
    /// Counted from 1.
    let line: Int
    let code: Finding.Code
    let reason: String
  }

  /// The visits that can be read, in order.
  private(set) var visits: [Visit] = []
  /// The visit that wrote each version.
  private(set) var writings: [Int: Visit] = [:]
  private(set) var highestWritten = 0
  private(set) var faults: [Fault] = []
  /// Bytes after the last newline.
  private(set) var remainder = 0
  /// Hash of the last line.
  private(set) var head: Digest?

  /// The log of a page that has none.
  init() {}

  init(_ bytes: [UInt8]) {
    let lines = VisitLines(bytes)
    remainder = lines.remainder
    for (index, line) in lines.lines.enumerated() {
      let number = index + 1
      do throws(VisitLineFault) {
        let (visit, fault) = try VisitLines.checkedVisit(line)
        if visit.previous != head {
          let reason =
            head == nil ? "it names a line before it, but is the first" : "it does not follow the line before it"
          faults.append(Fault(line: number, code: .brokenVisitChain, reason: reason))
        }
        if let fault { faults.append(Fault(line: number, code: .brokenVisit, reason: fault)) }
        noteWriting(visit, line: number)
        visits.append(visit)
      } catch {
        faults.append(Fault(line: number, code: .brokenVisit, reason: error.reason))
      }
      head = VisitLines.hash(line)
    }
  }

  private mutating func noteWriting(_ visit: Visit, line: Int) {
    guard visit.wroteVersion else { return }
    guard let version = visit.version, visit.digest != nil else {
      faults.append(Fault(line: line, code: .brokenVisit, reason: "it wrote a version and does not name it"))
      return
    }
    if version != highestWritten + 1 {
      faults.append(Fault(line: line, code: .brokenVisit, reason: "it wrote version \(version) out of turn"))
    }
    highestWritten = max(highestWritten, version)
    if writings[version] == nil { writings[version] = visit }
  }
}
