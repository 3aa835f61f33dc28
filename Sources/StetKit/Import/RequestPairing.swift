internal import StetModel
internal import StetWARC

/// Which request belongs to which response of a file, and by which method.
///
/// The two name each other in WARC-Concurrent-To, in one direction or both, and stand close together: so many records are
/// remembered and no more. Of requests by other methods than GET, which are few, all are.
struct RequestPairing {
  private struct Request {
    let own: String?
    let concurrent: [String]
    let offset: Int
  }

  /// How far a request may stand from its answer, in requests or captures.
  static let reach = 16

  private var requests: [Request] = []
  /// Records of requests by other methods, and those that belong to them.
  private var otherMethods: Set<String> = []

  /// Whether this record is the answer to another request than a GET; known for sure at the end of the file.
  func isOther(_ record: String) -> Bool { otherMethods.contains(record) }

  /// Whether there is any such request.
  var hasOthers: Bool { !otherMethods.isEmpty }

  /// Forgets the requests of the file before.
  mutating func beginFile() { requests = [] }

  /// Takes a request.
  /// - Parameters:
  ///   - start: the start of its block.
  ///   - window: the captures of the same file before it, one of which may be its answer.
  mutating func add(_ entry: WARCEntry, start: ArraySlice<UInt8>, to window: inout [ImportPlan.Candidate]) {
    let request = Request(
      own: entry.head.recordID, concurrent: Self.concurrent(entry.head), offset: entry.offset)
    if !start.isEmpty, !start.starts(with: "GET ".utf8) {
      otherMethods.formUnion(request.concurrent)
      if let own = request.own { otherMethods.insert(own) }
    }
    let answer = window.firstIndex { $0.item.record.map(request.concurrent.contains) ?? false }
    if let answer {
      window[answer].item.request = request.offset
      return
    }
    requests.append(request)
    if requests.count > Self.reach { requests.removeFirst() }
  }

  /// Where the request of a capture stands, if it came before it.
  mutating func request(of head: WARCHead) -> Int? {
    let concurrent = Self.concurrent(head)
    if let own = head.recordID, concurrent.contains(where: otherMethods.contains) { otherMethods.insert(own) }
    let found = requests.last { request in
      request.own.map(concurrent.contains) ?? false || head.recordID.map(request.concurrent.contains) ?? false
    }
    return found?.offset
  }

  private static func concurrent(_ head: WARCHead) -> [String] {
    head.fields.filter { $0.hasName("WARC-Concurrent-To") }.map { field in
      let value = field.value
      return value.hasPrefix("<") && value.hasSuffix(">") ? String(value.dropFirst().dropLast()) : value
    }
  }
}
