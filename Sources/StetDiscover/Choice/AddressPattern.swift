public import StetModel

/// A pattern that the path and query of an address fit or not, much as in `.gitignore`.
///
/// - `*` is any run of characters without `/`, `?` is one character that is no `/`. The `?` before a query is one, too:
///   `/search?q=*`.
/// - `**` is any run at all, not empty at the end: `/2012/**` is everything below `/2012/`, not that address itself.
///   Between slashes it may be nothing: `/reviews/**/print` fits `/reviews/print`.
/// - A pattern that ends with `/` is that folder and everything below.
/// - A pattern starts at the root when it starts with `/`; otherwise it fits behind any `/`. One that starts with
///   `http://` or `https://` is compared with the whole address.
/// - `\` takes the next character as it is. Letters count in their case; percent-encoding and characters outside
///   ASCII are compared in their normal form (RFC 3986, 6.2.2).
public struct AddressPattern: Sendable, Hashable, CustomStringConvertible {
  /// The longest pattern, in bytes.
  public static let maximumBytes = 1000

  private enum Token: Sendable, Hashable {
    case byte(UInt8)
    /// One character but `/`.
    case one
    /// Any run without `/`.
    case run
    /// Any run.
    case anything
    /// Nothing, or any run that ends with `/`.
    case folders
  }

  /// The pattern as given.
  public let text: String
  private var tokens: [Token] = []
  /// Whether scheme and host are part of it.
  private let isWhole: Bool

  /// Reads a pattern.
  /// - Throws: `DiscoveryError.Code.badPattern`.
  public init(_ text: String) throws(DiscoveryError) {
    self.text = text
    guard !text.isEmpty, text.utf8.count <= Self.maximumBytes else {
      throw Self.error(
        text, "it is empty or longer than \(Self.maximumBytes) bytes", "Write a path such as '/reviews/**'")
    }
    guard !text.hasPrefix("!") else {
      throw Self.error(text, "'!' means nothing here", "Put what is not wanted under 'exclude'")
    }
    isWhole = text.hasPrefix("http://") || text.hasPrefix("https://")
    guard isWhole || !text.contains("://") else {
      throw Self.error(text, "it is an address of another kind", "Write a path, such as '/reviews/**'")
    }
    let pattern = Array(PercentEncoding.normalize(Self.encoded(text)).utf8)
    if !isWhole, pattern.first != UInt8(ascii: "/") { tokens = [.byte(UInt8(ascii: "/")), .folders] }
    try read(pattern)
    if pattern.last == UInt8(ascii: "/") { tokens.append(.anything) }
  }

  /// Whether an address fits. The work grows with the length of the pattern times that of the address.
  public func matches(_ address: PageAddress) -> Bool {
    var subject = address.path
    if isWhole {
      subject = address.withoutFragment.description
    } else if let query = address.query {
      subject += "?" + query
    }
    return matches(Array(PercentEncoding.normalize(subject).utf8))
  }

  /// The pattern as given.
  public var description: String { text }

  // MARK: Reading

  private mutating func read(_ pattern: [UInt8]) throws(DiscoveryError) {
    var index = 0
    while index < pattern.count {
      let byte = pattern[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"):
        guard index < pattern.count else { throw Self.error(text, "nothing follows its '\\'", "Write '\\\\' for one") }
        tokens.append(.byte(pattern[index]))
        index += 1
      case UInt8(ascii: "?"): tokens.append(.one)
      case UInt8(ascii: "*"):
        var stars = 1
        while index < pattern.count, pattern[index] == byte {
          stars += 1
          index += 1
        }
        guard stars > 1 else {
          tokens.append(.run)
          continue
        }
        let opensFolder = tokens.last == .byte(UInt8(ascii: "/")) || tokens.isEmpty || tokens.last == .folders
        if opensFolder, index < pattern.count, pattern[index] == UInt8(ascii: "/") {
          tokens.append(.folders)
          index += 1
        } else {
          // At the end of a pattern something has to follow the slash.
          if opensFolder, index == pattern.count { tokens.append(.one) }
          tokens.append(.anything)
        }
      default: tokens.append(.byte(byte))
      }
    }
  }

  /// Characters that may not stand in an address, as they stand in one.
  private static func encoded(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x7F || $0 <= 0x20 }) else { return text }
    var encoded = ""
    for byte in text.utf8 {
      if byte >= 0x7F || byte <= 0x20 {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      } else {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return encoded
  }

  private static func error(_ text: String, _ reason: String, _ remedy: String) -> DiscoveryError {
    DiscoveryError(.badPattern, "Cannot use the pattern '\(text)': \(reason). \(remedy).")
  }

  // MARK: Matching

  /// All places of the pattern at once that the subject may have come to, so that no pattern is slow.
  private func matches(_ subject: [UInt8]) -> Bool {
    var places = [Bool](repeating: false, count: tokens.count + 1)
    /// Places in the middle of folders that a `folders` stands for.
    var inside = places
    places[0] = true
    pass(&places)
    for byte in subject {
      var next = [Bool](repeating: false, count: tokens.count + 1)
      var nextInside = next
      var isAlive = false
      for (index, token) in tokens.enumerated() where places[index] || inside[index] {
        switch token {
        case .byte(let expected): next[index + 1] = next[index + 1] || byte == expected
        case .one: next[index + 1] = next[index + 1] || byte != UInt8(ascii: "/")
        case .run: next[index] = next[index] || byte != UInt8(ascii: "/")
        case .anything: next[index] = true
        case .folders:
          nextInside[index] = true
          if byte == UInt8(ascii: "/") { next[index + 1] = true }
        }
        isAlive = isAlive || next[index] || next[index + 1] || nextInside[index]
      }
      guard isAlive else { return false }
      pass(&next)
      places = next
      inside = nextInside
    }
    return places[tokens.count]
  }

  /// Steps over what may stand for nothing.
  private func pass(_ places: inout [Bool]) {
    for (index, token) in tokens.enumerated() where places[index] {
      switch token {
      case .run, .anything, .folders: places[index + 1] = true
      case .byte, .one: break
      }
    }
  }
}
