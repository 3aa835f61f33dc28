public import StetModel

/// A pattern of addresses: `/20??/**`.
///
/// `?` stands for one byte, `*` for any run of them, both not for `/`; `**` for anything, `**/` for any number of folders,
/// none included. A pattern that starts with `/` is held against path and query, one that starts with `http` against the
/// whole address without its fragment. It has to fit from end to end, case counts. Time is in proportion to the length of both.
public struct AddressPattern: Sendable, Hashable, CustomStringConvertible {
  private enum Token: Sendable, Hashable {
    case byte(UInt8)
    case one
    case run
    case anything
    case folders
  }

  /// The pattern as written.
  public let description: String
  private let tokens: [Token]
  private let isWhole: Bool

  /// Reads a pattern; nil when it starts neither with `/` nor with `http`.
  public init?(_ text: String) {
    isWhole = text.hasPrefix("http://") || text.hasPrefix("https://")
    guard isWhole || text.hasPrefix("/") else { return nil }
    description = text
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "?"): tokens.append(.one)
      case UInt8(ascii: "*"):
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "*") else {
          tokens.append(.run)
          break
        }
        index += 1
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") {
          tokens.append(.folders)
          index += 1
        } else {
          tokens.append(.anything)
        }
      case let byte: tokens.append(.byte(byte))
      }
      index += 1
    }
    self.tokens = tokens
  }

  /// Whether the pattern fits an address.
  public func fits(_ address: PageAddress) -> Bool {
    let text = isWhole ? address.withoutFragment.description : address.path + (address.query.map { "?\($0)" } ?? "")
    return fits(text.utf8)
  }

  /// All places in the pattern at once that what was read so far can have led to.
  private func fits(_ text: String.UTF8View) -> Bool {
    let slash = UInt8(ascii: "/")
    var places = [Bool](repeating: false, count: tokens.count + 1)
    places[0] = true
    passEmpty(&places)
    for byte in text {
      var next = [Bool](repeating: false, count: tokens.count + 1)
      for index in tokens.indices where places[index] {
        switch tokens[index] {
        case .byte(let wanted): if byte == wanted { next[index + 1] = true }
        case .one: if byte != slash { next[index + 1] = true }
        case .run: if byte != slash { next[index] = true }
        case .anything: next[index] = true
        case .folders:
          // In the midst of a folder's name the place stays; behind a slash what follows may begin.
          next[index] = true
          if byte == slash { next[index + 1] = true }
        }
      }
      places = next
      passEmpty(&places, behindSlash: byte == slash)
      guard places.contains(true) else { return false }
    }
    return places[tokens.count]
  }

  /// What may stand for nothing is passed; `**/` only where a name can begin: behind a slash, or at the start.
  private func passEmpty(_ places: inout [Bool], behindSlash: Bool = true) {
    for index in tokens.indices where places[index] {
      switch tokens[index] {
      case .run, .anything: places[index + 1] = true
      case .folders: if behindSlash { places[index + 1] = true }
      case .byte, .one: break
      }
    }
  }
}
