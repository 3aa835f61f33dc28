/// A second reader, by the grammar of WARC 1.1 and nothing else: it shares no code with StetWARC, and refuses what the
/// standard does not allow.
struct StrictWARC {
  /// A record.
  struct Record: Equatable {
    var fields: [(name: String, value: String)]
    var block: [UInt8]

    subscript(name: String) -> String? { fields.first { $0.name.lowercased() == name.lowercased() }?.value }
    func all(_ name: String) -> [String] { fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value) }

    static func == (left: Self, right: Self) -> Bool {
      left.block == right.block && left.fields.map(\.name) == right.fields.map(\.name)
        && left.fields.map(\.value) == right.fields.map(\.value)
    }
  }

  /// What the standard does not allow.
  struct Fault: Error, Equatable, CustomStringConvertible {
    var description: String
  }

  /// The one record that these bytes are.
  static func record(_ bytes: [UInt8]) throws -> Record {
    var index = 0
    let record = try record(bytes, &index)
    guard index == bytes.count else { throw Fault(description: "bytes behind the record") }
    return record
  }

  private static func record(_ bytes: [UInt8], _ index: inout Int) throws -> Record {
    guard try line(bytes, &index) == "WARC/1.1" else { throw Fault(description: "version line") }
    var fields: [(name: String, value: String)] = []
    while true {
      let line = try line(bytes, &index)
      if line.isEmpty { break }
      guard let colon = line.firstIndex(of: ":") else { throw Fault(description: "no field: \(line)") }
      let name = String(line[..<colon])
      guard !name.isEmpty, name.utf8.allSatisfy(isTokenByte) else { throw Fault(description: "no token: \(name)") }
      let value = line[line.index(after: colon)...]
      guard value.hasPrefix(" "), !value.hasPrefix("  "), value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
        throw Fault(description: "value of \(name)")
      }
      fields.append((name, String(value.dropFirst())))
    }
    var record = Record(fields: fields, block: [])
    guard let length = record["Content-Length"].flatMap({ Int($0) }), length >= 0, index + length + 4 <= bytes.count
    else { throw Fault(description: "Content-Length") }
    record.block = Array(bytes[index..<index + length])
    guard Array(bytes[(index + length)..<(index + length + 4)]) == [13, 10, 13, 10] else {
      throw Fault(description: "no two line ends behind the block")
    }
    index += length + 4
    try check(record)
    return record
  }

  private static func line(_ bytes: [UInt8], _ index: inout Int) throws -> String {
    guard let feed = bytes[index...].firstIndex(of: 10), feed > index, bytes[feed - 1] == 13 else {
      throw Fault(description: "no line that ends in CRLF")
    }
    let line = bytes[index..<feed - 1]
    guard !line.contains(13), let text = String(validating: line, as: UTF8.self) else {
      throw Fault(description: "a line that is no UTF-8, or has a bare CR")
    }
    index = feed + 1
    return text
  }

  /// Any US-ASCII character except controls and separators.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    byte > 32 && byte < 127 && !"()<>@,;:\\\"/[]?={} \t".utf8.contains(byte)
  }

  private static let known = [
    "warc-type", "warc-record-id", "warc-date", "content-length", "content-type", "warc-concurrent-to",
    "warc-block-digest", "warc-payload-digest", "warc-ip-address", "warc-refers-to", "warc-refers-to-target-uri",
    "warc-refers-to-date", "warc-target-uri", "warc-truncated", "warc-warcinfo-id", "warc-filename", "warc-profile",
    "warc-identified-payload-type", "warc-protocol",
  ]

  private static func check(_ record: Record) throws {
    func require(_ condition: Bool, _ what: String) throws {
      guard condition else { throw Fault(description: what) }
    }
    for field in record.fields {
      let name = field.name.lowercased()
      try require(known.contains(name), "\(field.name) is in neither the standard nor its extensions")
      let repeatable = ["warc-concurrent-to", "warc-protocol"]
      try require(repeatable.contains(name) || record.all(name).count == 1, "\(field.name) stands twice")
      try require(!field.value.isEmpty, "\(field.name) is empty")
    }
    let types = ["warcinfo", "response", "resource", "request", "metadata", "revisit"]
    guard let type = record["WARC-Type"], types.contains(type) else { throw Fault(description: "WARC-Type") }
    guard let id = record["WARC-Record-ID"], isUUIDName(id) else { throw Fault(description: "WARC-Record-ID") }
    guard let date = record["WARC-Date"], isDate(date) else { throw Fault(description: "WARC-Date") }

    let target = record["WARC-Target-URI"]
    let needsTarget = ["response", "resource", "request", "revisit"].contains(type)
    try require(!needsTarget || target != nil, "a \(type) without WARC-Target-URI")
    try require(type != "warcinfo" || target == nil, "a warcinfo with WARC-Target-URI")
    if let target { try require(isURI(target), "WARC-Target-URI") }

    for name in ["WARC-Concurrent-To", "WARC-IP-Address", "WARC-Protocol", "WARC-Warcinfo-ID"] {
      try require(type != "warcinfo" || record[name] == nil, "a warcinfo with \(name)")
    }
    for id in record.all("WARC-Concurrent-To") + record.all("WARC-Refers-To") + record.all("WARC-Warcinfo-ID") {
      try require(isUUIDName(id), "a record's name: \(id)")
    }
    for name in ["WARC-Refers-To-Target-URI", "WARC-Refers-To-Date"] {
      try require(type == "revisit" || record[name] == nil, "a \(type) with \(name)")
    }
    try require(["revisit", "metadata"].contains(type) || record["WARC-Refers-To"] == nil, "WARC-Refers-To")
    try require(record["WARC-Refers-To-Date"].map(isDate) ?? true, "WARC-Refers-To-Date")
    try require(record["WARC-Refers-To-Target-URI"].map(isURI) ?? true, "WARC-Refers-To-Target-URI")
    try require(type == "warcinfo" || record["WARC-Filename"] == nil, "WARC-Filename")
    try require((type == "revisit") == (record["WARC-Profile"] != nil), "WARC-Profile")
    try require(!["warcinfo", "metadata"].contains(type) || record["WARC-Payload-Digest"] == nil, "no payload here")
    for name in ["WARC-Block-Digest", "WARC-Payload-Digest"] {
      if let digest = record[name] { try require(isDigest(digest), name) }
    }
    if let reason = record["WARC-Truncated"] {
      try require(["length", "time", "disconnect", "unspecified"].contains(reason), "WARC-Truncated")
    }
    try require(record.block.isEmpty || record["Content-Type"] != nil, "a block without Content-Type")
    let profile = "http://netpreserve.org/warc/1.1/revisit/"
    switch record["WARC-Profile"] {
    case nil, profile + "server-not-modified": break
    case profile + "identical-payload-digest":
      try require(record["WARC-Payload-Digest"] != nil, "a repeated payload without its digest")
    default: throw Fault(description: "WARC-Profile")
    }
  }

  private static func isUUIDName(_ text: String) -> Bool {
    text.wholeMatch(of: /<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>/) != nil
  }

  private static func isDate(_ text: String) -> Bool {
    text.wholeMatch(of: /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z/) != nil
  }

  private static func isURI(_ text: String) -> Bool {
    text.wholeMatch(of: /https?:\/\/[^\s<>"{}|\\^`]+/) != nil && text.utf8.allSatisfy { $0 > 32 && $0 < 127 }
  }

  private static func isDigest(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isTokenByte) }
  }
}
