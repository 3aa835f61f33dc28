/// A named character reference without a semicolon in text, such as `&copy 2012` or `&nbsp`: the standard reads the 106
/// names of HTML 3.2 so, and libxml2 hands out `&` and the name (HTML standard, 13.2.5.73, named character reference
/// state).
struct OpenReference {
  private enum Step {
    case none, opened, ampersand
  }

  private var step = Step.none

  /// Whether the next characters may belong to such a reference.
  var isPossible: Bool { step != .none }

  /// libxml2 has missed a semicolon; the `&` comes next, then the name.
  mutating func open() { step = .opened }

  /// What the characters stand for, with the length of the name that they start with; nil when they are as they are.
  mutating func resolve(_ characters: UnsafeBufferPointer<UInt8>) -> (text: String, nameLength: Int)? {
    if step == .opened {
      step = unsafe characters.count == 1 && characters[0] == 0x26 ? .ampersand : .none
      return nil
    }
    step = .none
    var length = min(characters.count, 6)
    while length >= 2 {
      let name = unsafe String(decoding: characters[..<length], as: UTF8.self)
      if let scalar = Self.scalars[name] { return (String(scalar), length) }
      length -= 1
    }
    return nil
  }

  private static let scalars: [String: Unicode.Scalar] = {
    var scalars: [String: Unicode.Scalar] = [
      "amp": "&", "AMP": "&", "lt": "<", "LT": "<", "gt": ">", "GT": ">", "quot": "\"", "QUOT": "\"",
      "COPY": "\u{A9}", "REG": "\u{AE}",
    ]
    for (offset, name) in latin1.split(separator: " ").enumerated() {
      scalars[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
    }
    return scalars
  }()

  /// U+00A0 to U+00FF.
  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr \
    deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest \
    Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
    agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml \
    eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
    """
}
