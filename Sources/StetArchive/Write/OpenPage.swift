internal import StetModel
internal import StetWARC

/// A page's folder made ready for one more visit: leftovers of a crash are cleared and versions without a visit line
/// have theirs.
struct OpenPage {
  let key: PageKey
  let folder: String
  private(set) var log: VisitLog
  /// The highest version number that a file or a visit has; 0 when there is none.
  var highestVersion: Int
  /// The versions in the order of time.
  private(set) var timeline: [TimedVersion] = []
  /// Digests of the versions, as the visits that wrote them name them.
  private var digests: [Int: Digest] = [:]
  private var aliases: Set<String> = []
  /// The first record of each content.
  private var originals: [Digest: WARCOriginal] = [:]
  /// Contents that were redacted: no later record may lean on what is gone.
  private let redacted: Set<Digest>

  init(key: PageKey, folder: String, log: VisitLog) {
    self.key = key
    self.folder = folder
    self.log = log
    highestVersion = 0
    redacted = Set(RedactionTargets(log.visits).records.compactMap(\.payload))
    for visit in log.visits { note(visit) }
    timeline.sort()
  }

  /// Digest of a version, as the visit that wrote it names it.
  func digest(of version: Int) -> Digest? { digests[version] }

  /// The version that stood at a moment: the latest one captured by then, else the first one after it; nil when there
  /// is none.
  func neighbour(at moment: Timestamp) -> TimedVersion? {
    timeline.last { $0.captured <= moment } ?? timeline.first
  }

  /// The records of what went over the wire on the way to the page. A content that stands in the archive already is not
  /// stored again: a revisit record names the one that holds it.
  /// - Parameter payload: digest of the last response's content; for a 304 of the one that it confirms.
  func evidence(_ exchanges: [HTTPExchange], payload: Digest?) -> [PlannedVisit.Evidence] {
    exchanges.indices.map { index in
      let exchange = exchanges[index]
      let isOwn = index == exchanges.count - 1 && !(exchange.body.isEmpty && exchange.status != 304)
      let capture = WARCCapture(
        exchange, original: isOwn ? payload.flatMap { originals[$0] } : nil,
        via: index > 0 ? exchanges[index - 1].address : nil)
      return PlannedVisit.Evidence(capture: capture, date: exchange.date)
    }
  }

  /// The records of a page and of its parts.
  /// - Parameter response: what the server answered; gets the records' names.
  func evidence(_ capture: Capture, for response: inout ResponseFacts) -> [PlannedVisit.Evidence] {
    var all = evidence(capture.exchanges, payload: response.payload)
    if let last = all.last { response.record = last.record }
    for (index, exchanges) in zip(response.parts.indices, capture.partExchanges) {
      let own = evidence(exchanges, payload: response.parts[index].payload)
      if let last = own.last { response.parts[index].record = last.record }
      all += own
    }
    return all
  }

  /// Those of the addresses that are no known alias of the page yet, in normal form, each once.
  ///
  /// Normal form also means that a password in an address is never stored.
  func newAliases(_ addresses: [PageAddress]) -> [String] {
    var fresh: [String] = []
    for text in addresses.map({ PageKey($0).description }) {
      if text != key.description, !aliases.contains(text), !fresh.contains(text) { fresh.append(text) }
    }
    return fresh
  }

  /// Takes in a visit whose line was just written.
  mutating func append(_ visit: Visit, line: [UInt8]) {
    log.append(visit, line: line)
    guard let version = note(visit) else { return }
    // Most come in the order of time: the new one is the last, or is moved there by a few steps.
    var index = timeline.count - 1
    while index > 0, timeline[index] < timeline[index - 1] {
      timeline.swapAt(index, index - 1)
      index -= 1
    }
    highestVersion = max(highestVersion, version)
  }

  /// Adds what a visit tells, a version at the end of the timeline. Returns the version that it wrote.
  @discardableResult
  private mutating func note(_ visit: Visit) -> Int? {
    noteOriginal(visit)
    if visit.outcome != .quarantined { aliases.formUnion(visit.aliases) }
    guard visit.wroteVersion, let version = visit.version else { return nil }
    highestVersion = max(highestVersion, version)
    if digests[version] == nil {
      timeline.append(TimedVersion(version: version, captured: visit.at, isGone: visit.outcome == .gone))
    }
    digests[version] = visit.digest
    return version
  }

  /// A record that a later one with the same content can name: the first that has it.
  private mutating func noteOriginal(_ visit: Visit) {
    if visit.status != 304, let record = visit.record {
      noteOriginal(
        NamedResponse(
          record: record, address: visit.url ?? visit.page.description, at: visit.at, payload: visit.payload))
    }
    for part in visit.parts where part.status != 304 {
      guard let record = part.record else { continue }
      noteOriginal(
        NamedResponse(record: record, address: part.finalURL, at: part.captured, payload: part.payload))
    }
  }

  private mutating func noteOriginal(_ response: NamedResponse) {
    guard let payload = response.payload, originals[payload] == nil, !redacted.contains(payload),
      let record = WARCRecordID(response.record), let address = PageAddress(response.address)?.withoutFragment
    else { return }
    originals[payload] = WARCOriginal(record: record, address: address, date: response.at, payload: payload)
  }
}
