/// HTML cut into tags and text by rules so narrow that every parser has to agree: names in lower case, values in double
/// quotes, `<`, `>` and `&` nowhere but where they mean something. What does not fit is told in `faults`.
struct StrictHTML {
  struct Tag {
    let name: String
    let isEnd: Bool
    /// Values with their references resolved, in order.
    let attributes: [(name: String, value: String)]

    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private(set) var tags: [Tag] = []
  /// All text, references resolved.
  private(set) var text = ""
  private(set) var faults: [String] = []

  private static let empty: Set<String> = ["meta", "link", "input", "br", "hr", "img", "col", "wbr"]
  /// Those of svg, which may have no content: `<rect …/>`.
  private static let shapes: Set<String> = ["path", "rect", "circle", "line", "polyline", "g", "svg", "use"]

  init(_ html: String) {
    var rest = Array(html.unicodeScalars)[...]
    let doctype = Array("<!DOCTYPE html>".unicodeScalars)
    if rest.starts(with: doctype) { rest = rest.dropFirst(doctype.count) } else { faults.append("no doctype") }
    var open: [String] = []
    var piece = String.UnicodeScalarView()
    while let scalar = rest.first {
      guard scalar == "<" else {
        if scalar == ">" { faults.append("a bare > behind \(String(piece).suffix(40))") }
        piece.append(scalar)
        rest = rest.dropFirst()
        continue
      }
      text += resolved(String(piece))
      piece = .init()
      rest = rest.dropFirst()
      guard let tag = tag(&rest) else { return }
      tags.append(tag)
      if tag.isEnd {
        if open.last != tag.name { faults.append("</\(tag.name)> ends <\(open.last ?? "")>") }
        _ = open.popLast()
      } else if tag.value("/") != nil {
        if !Self.shapes.contains(tag.name) { faults.append("<\(tag.name)/>") }
      } else if !Self.empty.contains(tag.name) {
        open.append(tag.name)
      }
      // Between two elements there is a gap, whatever the style makes of it.
      text += "\u{1D}"
    }
    text += resolved(String(piece))
    if let last = open.last { faults.append("<\(last)> is never ended") }
  }

  private mutating func tag(_ rest: inout ArraySlice<Unicode.Scalar>) -> Tag? {
    let isEnd = rest.first == "/"
    if isEnd { rest = rest.dropFirst() }
    let name = word(&rest)
    guard !name.isEmpty else {
      faults.append("a bare <")
      return nil
    }
    var attributes: [(name: String, value: String)] = []
    while true {
      if rest.first == ">" {
        rest = rest.dropFirst()
        return Tag(name: name, isEnd: isEnd, attributes: attributes)
      }
      if rest.starts(with: ["/", ">"]) {
        rest = rest.dropFirst(2)
        attributes.append(("/", ""))
        // Of svg alone: it has no content.
        return Tag(name: name, isEnd: isEnd, attributes: attributes)
      }
      guard rest.first == " " || rest.first == "\n" else {
        faults.append("<\(name) … is no tag: \(String(String.UnicodeScalarView(rest.prefix(40))))")
        return nil
      }
      rest = rest.drop { $0 == " " || $0 == "\n" }
      let attribute = word(&rest)
      guard !attribute.isEmpty else {
        faults.append("<\(name) … has something that is no attribute")
        return nil
      }
      guard rest.first == "=" else {
        attributes.append((attribute, ""))
        continue
      }
      guard rest.starts(with: ["=", "\""]), let end = rest.dropFirst(2).firstIndex(of: "\"") else {
        faults.append("\(attribute) of <\(name)> is not in quotes")
        return nil
      }
      let value = String(String.UnicodeScalarView(rest.dropFirst(2)[..<end]))
      if value.contains("<") || value.contains(">") { faults.append("\(attribute)=\"\(value)\"") }
      attributes.append((attribute, resolved(value)))
      rest = rest[end...].dropFirst()
    }
  }

  /// Letters of ASCII, digits, `-` and `:`. Of svg some names have capitals.
  private func word(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
    let word = rest.prefix { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == ":")
    }
    rest = rest[word.endIndex...]
    return String(String.UnicodeScalarView(word))
  }

  private mutating func resolved(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var out = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      out += rest[..<mark]
      let behind = rest[rest.index(after: mark)...]
      let names = ["lt;": "<", "gt;": ">", "amp;": "&", "quot;": "\"", "#39;": "'", "nbsp;": "\u{A0}"]
      guard let (name, value) = names.first(where: { behind.unicodeScalars.starts(with: $0.key.unicodeScalars) }) else {
        faults.append("a bare & in \(text.prefix(60))")
        out += "&"
        rest = behind
        continue
      }
      out += value
      rest = behind[behind.unicodeScalars.index(behind.startIndex, offsetBy: name.count)...]
    }
    return out + rest
  }
}
