internal import StetDigest
package import StetModel

/// Where a page's folder stands: `<host[_port]>/<slug>~<10 hex of SHA-256(page key)>`.
///
/// Both names hold nothing but `a-z 0-9 . _ -` (and one `~`), are at most 80 bytes long, neither start nor end with a
/// dot, and are no device name of Windows: they are safe on every file system, with or without regard to case. The
/// slug is for people; the hash alone tells pages apart.
package struct FolderName: Hashable, CustomStringConvertible {
  package let host: String
  package let page: String

  package init(_ key: PageKey) {
    let text = key.description
    let hash = String(Digest.sha256(of: text).hexadecimal.prefix(10))
    guard let address = PageAddress(text) else {
      host = "_"
      page = "_~\(hash)"
      return
    }
    host = Self.hostFolder(address)
    let readable = address.path + (address.query.map { "?\($0)" } ?? "")
    page = "\(Self.safe(Self.decoded(readable), maximumBytes: 64, otherwise: "index"))~\(hash)"
  }

  /// `host/page`.
  package var description: String { "\(host)/\(page)" }

  /// Whether a name could be a page's folder.
  package static func isPageFolder(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[0].allSatisfy(mayStand) && parts[1].count == 10
      && parts[1].allSatisfy { ASCII.isDigit($0) || (0x61...0x66).contains($0) }
  }

  private static func hostFolder(_ address: PageAddress) -> String {
    let port = address.port.map { "_\($0)" } ?? ""
    let name = safe(Array(address.host.utf8), maximumBytes: 4096, otherwise: "_")
    if name.utf8.count + port.utf8.count <= 80 { return name + port }
    let hash = Digest.sha256(of: address.host).hexadecimal.prefix(10)
    return "\(name.prefix(60))~\(hash)\(port)"
  }

  private static func safe(_ bytes: [UInt8], maximumBytes: Int, otherwise: String) -> String {
    var out: [UInt8] = []
    for byte in bytes {
      let lower = ASCII.lowercased(byte)
      if mayStand(lower) {
        out.append(lower)
      } else if byte == UInt8(ascii: "/") {
        out.append(UInt8(ascii: "_"))
      } else if out.last != UInt8(ascii: "-") {
        out.append(UInt8(ascii: "-"))
      }
    }
    let edges = Array("._-".utf8)
    var kept = out.drop { edges.contains($0) }.prefix(maximumBytes)
    while let last = kept.last, edges.contains(last) { kept.removeLast() }
    guard !kept.isEmpty else { return otherwise }
    let name = String(decoding: kept, as: UTF8.self)
    return isDeviceName(name) ? "_\(name)" : name
  }

  private static func mayStand(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }

  /// Names that Windows gives to devices, whatever follows the first dot.
  private static func isDeviceName(_ name: String) -> Bool {
    let base = name.prefix { $0 != "." }
    if ["con", "prn", "aux", "nul"].contains(base) { return true }
    guard base.utf8.count == 4, let digit = base.utf8.last else { return false }
    return (base.hasPrefix("com") || base.hasPrefix("lpt")) && ASCII.isDigit(digit)
  }

  /// The bytes of a text with its percent-encoding undone.
  private static func decoded(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        // An encoded slash is part of a name, not a step of the path.
        out.append(byte == UInt8(ascii: "/") ? UInt8(ascii: "-") : byte)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }
}
