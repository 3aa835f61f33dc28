/// What clients may take the room for. A page of somebody else's whose name was made to lead here (DNS rebinding) sends
/// that name, and learns nothing.
struct OwnNames: Sendable {
  /// Names that it was given, in lower case; with any port, or none.
  var names: Set<String> = []

  /// Whether a Host field names this server.
  ///
  /// - Parameters:
  ///   - host: as sent: a name or an address, with the port unless that is 80.
  ///   - local: the address that the connection came in at.
  ///   - port: the port that it came in at.
  func include(_ host: String, local: ListeningAddress, port: UInt16) -> Bool {
    guard let (name, sent) = Self.parts(host) else { return false }
    if names.contains(name) { return true }
    guard sent == port else { return false }
    if name == "localhost" { return local.isLoopback }
    return ListeningAddress(name) == local
  }

  /// The name, in lower case and without brackets, and the port; nil for what is no Host field.
  static func parts(_ host: String) -> (name: String, port: UInt16)? {
    var name = host.lowercased()
    var port: UInt16 = 80
    let behind = name.hasPrefix("[") ? name.firstIndex(of: "]") ?? name.startIndex : name.startIndex
    if let colon = name[behind...].lastIndex(of: ":") {
      let digits = name[name.index(after: colon)...]
      guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt16(digits) else { return nil }
      port = number
      name = String(name[..<colon])
    }
    if name.hasPrefix("[") {
      guard name.hasSuffix("]") else { return nil }
      name = String(name.dropFirst().dropLast())
    }
    if name.hasSuffix(".") { name.removeLast() }
    return name.isEmpty ? nil : (name, port)
  }
}
