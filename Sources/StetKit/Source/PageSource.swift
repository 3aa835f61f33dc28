/// Where a page comes from, as named on a command line.
public enum PageSource: Sendable, Hashable, CustomStringConvertible {
  /// An address, whatever its scheme: whether it may be fetched is decided later.
  case address(String)
  /// A file, plain or gzip.
  case file(String)
  /// Standard input, plain or gzip.
  case standardInput

  /// Reads an argument: `-`, something with a scheme and `://`, or else the path of a file.
  public init(_ argument: String) {
    if argument == "-" {
      self = .standardInput
    } else if Self.hasScheme(argument) {
      self = .address(argument)
    } else {
      self = .file(argument)
    }
  }

  /// The argument.
  public var description: String {
    switch self {
    case .address(let text), .file(let text): text
    case .standardInput: "-"
    }
  }

  /// RFC 3986, 3.1: a letter, then letters, digits, `+`, `-` and `.`.
  private static func hasScheme(_ text: String) -> Bool {
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: ":")), text[mark...].hasPrefix("://") else { return false }
    let scheme = text.utf8[..<mark]
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    guard let first = scheme.first, isLetter(first) else { return false }
    return scheme.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }
  }
}
