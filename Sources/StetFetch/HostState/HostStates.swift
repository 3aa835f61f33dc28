public import StetModel
internal import Synchronization

/// What is kept of all hosts from one run to the next: the content of `state/hosts.jsonl`, a line for each host.
///
/// A line is read when its host is asked about for the first time; those that nobody asked about are written as they
/// were. Of two lines of a host the later one counts. Methods may be called from any thread.
public final class HostStates: Sendable {
  private enum Entry {
    /// A line that nobody has asked about.
    case line(Range<Int>)
    case state(HostState)
  }

  private struct Content {
    var entries: [HostKey: Entry] = [:]
    var notes: [String] = []
  }

  /// Whether the file was written during a run that did not come to its end, so that it may lack what came after.
  public let isUnfinished: Bool

  private let bytes: [UInt8]
  private let content: Mutex<Content>

  /// The first line of the file.
  static let format = "stet-hosts/1"

  /// The states in the bytes of a file; none of an empty one. A line that cannot be read costs its own host only.
  public init(_ file: [UInt8] = []) {
    bytes = file
    var content = Content()
    var number = 0
    var isUnfinished = false
    for line in file.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty { continue }
      if number == 1 {
        guard Self.isOwn(line) else {
          content.notes.append("What is known of hosts is of another format than \(Self.format), and is not used.")
          break
        }
        isUnfinished = line.elementsEqual(Self.head(isUnfinished: true))
      } else if let host = Self.host(of: line) {
        content.entries[host] = .line(line.startIndex..<line.endIndex)
      } else {
        content.notes.append("Line \(number) of what is known of hosts cannot be read, and is left out.")
      }
    }
    self.content = Mutex(content)
    self.isUnfinished = isUnfinished
  }

  /// What was wrong with lines that have been read so far; one text for each, for a person.
  public var notes: [String] { content.withLock { $0.notes } }

  /// The hosts of which something is known, sorted.
  public var hosts: [HostKey] { content.withLock { $0.entries.keys.sorted() } }

  /// What a gate has to know of all hosts, sorted. Their robots.txt files are not looked at.
  public var records: [HostRecord] {
    content.withLock { content in
      content.entries.sorted { $0.key < $1.key }.compactMap { host, entry in
        let state: HostState? =
          switch entry {
          case .state(let state): state
          // What cannot be read is told of when the host is asked about.
          case .line(let range): try? HostState(json: JSONParser.parse(Self.withoutRobots(bytes[range])))
          }
        guard let state else { return nil }
        let record = HostRecord(
          host: host, lastRequest: state.lastRequest, notBefore: state.notBefore, delay: state.delay)
        return record == HostRecord(host: host) ? nil : record
      }
    }
  }

  /// Takes over what a gate knows at the end of a run.
  public func note(_ records: [HostRecord]) {
    for record in records {
      update(record.host) { state in
        state.lastRequest = record.lastRequest
        state.notBefore = record.notBefore
        state.delay = record.delay
      }
    }
  }

  /// What is known of a host.
  public subscript(host: HostKey) -> HostState { content.withLock { state(of: host, in: &$0) } }

  /// Changes what is known of a host, in one step.
  public func update<T: Sendable>(_ host: HostKey, _ change: (inout HostState) -> T) -> T {
    content.withLock { content in
      var state = state(of: host, in: &content)
      let result = change(&state)
      content.entries[host] = .state(state)
      return result
    }
  }

  /// The bytes of the file, hosts sorted, without those that nobody has asked for 60 days.
  /// - Parameter isUnfinished: whether the run goes on: if nothing is written after this, it was killed.
  public func file(at now: Timestamp, isUnfinished: Bool = false) -> [UInt8] {
    content.withLock { content in
      var out = Self.head(isUnfinished: isUnfinished) + [0x0A]
      out.reserveCapacity(bytes.count)
      for host in content.entries.keys.sorted() {
        switch content.entries[host] {
        case .line(let range): out.append(contentsOf: bytes[range] + [0x0A])
        case .state(let state):
          guard state.isWorthKeeping(at: now) else { continue }
          out.append(contentsOf: Self.line(host, state))
        case nil: continue
        }
      }
      return out
    }
  }

  /// The line of one host, with its end: at the end of the file it counts in the place of an earlier one.
  public func line(of host: HostKey) -> [UInt8] {
    content.withLock { Self.line(host, state(of: host, in: &$0)) }
  }

  private static func line(_ host: HostKey, _ state: HostState) -> [UInt8] {
    var object: JSONObject = ["host": .string(host.description)]
    for member in state.members.members { object[member.name] = member.value }
    return CompactJSON.bytes(.object(object)) + [0x0A]
  }

  private func state(of host: HostKey, in content: inout Content) -> HostState {
    switch content.entries[host] {
    case nil: return HostState()
    case .state(let state): return state
    case .line(let range):
      var state = HostState()
      do {
        state = try HostState(json: try JSONParser.parse(Array(bytes[range])))
      } catch {
        content.notes.append("What is known of \(host) cannot be read (\(error)), and is not used.")
      }
      content.entries[host] = .state(state)
      return state
    }
  }

  private static func head(isUnfinished: Bool) -> [UInt8] {
    var head: JSONObject = ["format": .string(format)]
    if isUnfinished { head["unfinished"] = .bool(true) }
    return CompactJSON.bytes(.object(head))
  }

  private static func isOwn(_ line: ArraySlice<UInt8>) -> Bool {
    (try? JSONParser.parse(Array(line)))?["format"]?.string == format
  }

  /// A line without the files in it, which are nearly all of it, where it is spelled as stet spells it.
  private static func withoutRobots(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard line.starts(with: start), line.suffix(3).elementsEqual("}}}".utf8),
      let comma = line.indices.first(where: {
        line[$0] == start[1] && line[..<$0].last == UInt8(ascii: ",") && line[$0...].starts(with: robots)
      })
    else { return Array(line) }
    return Array(line[..<(comma - 1)]) + [UInt8(ascii: "}")]
  }

  private static let robots = Array("\"robots\":{".utf8)
  private static let start = Array("{\"host\":\"".utf8)

  /// The host that a line is of, read without the rest where the line is spelled as stet spells it.
  private static func host(of line: ArraySlice<UInt8>) -> HostKey? {
    guard line.last == UInt8(ascii: "}") else { return nil }
    if line.starts(with: start) {
      let name = line.dropFirst(start.count).prefix { $0 != UInt8(ascii: "\"") }
      if !name.contains(UInt8(ascii: "\\")), !name.isEmpty {
        return HostKey(String(decoding: name, as: UTF8.self))
      }
    }
    guard let host = (try? JSONParser.parse(Array(line)))?["host"]?.string, !host.isEmpty else { return nil }
    return HostKey(host)
  }
}
