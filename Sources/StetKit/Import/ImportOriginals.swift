internal import StetArchive
internal import StetDigest
internal import StetFetch
internal import StetModel
internal import StetWARC

/// Which captures the revisits repeat: found by the record's name, by address and moment, by the payload's digest, in
/// memory that does not grow with the captures.
struct ImportOriginals: Sendable {
  /// By what a capture can be named, the surest first.
  private enum Name: UInt8, CaseIterable { case record, capture, digest }

  /// Names with the captures that have them, and with the revisits that look for them.
  private var names = SpilledSort()
  /// The revisits, by place.
  private var revisits = SpilledSort()

  /// Takes in a capture that others may repeat.
  mutating func add(_ item: ImportItem, _ head: WARCHead, surt: String) {
    let tail = Array((item.record ?? "").utf8)
    func note(_ name: Name, _ text: String?) {
      if let text { names.add(Self.key(name, text) + [0] + item.place.packed + tail) }
    }
    note(.record, item.record)
    note(.capture, Self.capture(surt, item.date))
    note(.digest, head["WARC-Payload-Digest"])
  }

  /// Takes in a revisit.
  mutating func add(revisit item: ImportItem, _ head: WARCHead) {
    func ask(_ name: Name, _ text: String?) {
      if let text { names.add(Self.key(name, text) + [1, name.rawValue] + item.place.packed) }
    }
    ask(.record, head.refersTo)
    if let address = (head.refersToTargetURI ?? head.targetURI).flatMap({ PageAddress($0) }),
      let date = head.refersToDate
    {
      ask(.capture, Self.capture(SURT(AddressParser.settled(address)).description, date))
    }
    ask(.digest, head["WARC-Payload-Digest"])
    revisits.add(item.place.packed + item.packed)
  }

  /// Finds what the revisits repeat.
  /// - Parameters:
  ///   - isOther: whether a record of this name is none that counts.
  ///   - receive: is told of each revisit, with its original if that is there.
  consuming func find(
    isOther: (String) -> Bool, receive: (ImportItem) -> Void
  ) throws(ArchiveError) {
    guard revisits.count > 0 else { return }
    let found = try Self.matches(names, isOther).sorted()
    let items = try revisits.sorted()
    var match = try found.next()
    while let entry = try items.next() {
      guard var item = ImportItem(packed: entry.dropFirst(16)) else { continue }
      // The surest name comes first; the others of the same revisit are passed over.
      while let candidate = match, !entry.prefix(16).lexicographicallyPrecedes(candidate.prefix(16)) {
        if item.original == nil, candidate.prefix(16) == entry.prefix(16) {
          item.original = ImportItem.Place(packed: candidate.dropFirst(17))
        }
        match = try found.next()
      }
      receive(item)
    }
  }

  /// The revisit, by which name, and the original's place, for every name that some capture has.
  private static func matches(
    _ names: consuming SpilledSort, _ isOther: (String) -> Bool
  ) throws(ArchiveError) -> SpilledSort {
    var matches = SpilledSort()
    let entries = try names.sorted()
    var key: ArraySlice<UInt8> = []
    var first: ArraySlice<UInt8>?
    var last: ArraySlice<UInt8>?
    while let entry = try entries.next() {
      if entry.prefix(16) != key { (key, first, last) = (entry.prefix(16), nil, nil) }
      let rest = entry.dropFirst(17)
      if entry[entry.startIndex + 16] == 0 {
        // What answers a POST is no original.
        guard !isOther(String(decoding: rest.dropFirst(16), as: UTF8.self)) else { continue }
        first = first ?? rest.prefix(16)
        last = rest.prefix(16)
      } else if let name = rest.first, let place = name == Name.digest.rawValue ? first : last {
        matches.add(Array(rest.dropFirst()) + [name] + place)
      }
    }
    return matches
  }

  private static func capture(_ surt: String, _ date: Timestamp) -> String { "\(surt) \(WARCDate.digits(of: date))" }

  /// 16 bytes that stand for a name of one kind.
  private static func key(_ name: Name, _ text: String) -> [UInt8] {
    let digest = HashAlgorithm.sha256.digest(of: ([name.rawValue] + text.utf8)[...]) ?? []
    return Array(digest.prefix(16))
  }
}
