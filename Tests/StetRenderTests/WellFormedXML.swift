/// A strict reader of the XML that a feed is made of: elements, attributes in double quotes, the five entities.
struct WellFormedXML {
  struct Fault: Error { let reason: String }

  /// An element with its texts joined.
  struct Element {
    var name: String
    var attributes: [String: String] = [:]
    var text = ""
    var children: [Element] = []

    func all(_ name: String) -> [Element] { children.filter { $0.name == name } }
    func text(_ name: String) -> String? { all(name).first?.text }
  }

  /// Reads a document with a declaration.
  static func read(_ text: String) throws -> Element {
    let declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    guard text.hasPrefix(declaration) else { throw Fault(reason: "no declaration") }
    var rest = text.dropFirst(declaration.count)[...]
    var open = [Element(name: "")]
    while let first = rest.first {
      if first != "<" {
        let run = rest.prefix { $0 != "<" }
        rest = rest[run.endIndex...]
        open[open.count - 1].text += try plain(run)
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { throw Fault(reason: "a tag without an end") }
      var tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        let done = open.removeLast()
        guard done.name == tag.dropFirst(), !open.isEmpty else { throw Fault(reason: "</\(tag)> closes \(done.name)") }
        open[open.count - 1].children.append(done)
        continue
      }
      let isEmpty = tag.hasSuffix("/")
      if isEmpty { tag = tag.dropLast() }
      let element = try element(tag)
      if isEmpty { open[open.count - 1].children.append(element) } else { open.append(element) }
    }
    guard open.count == 1, open[0].children.count == 1 else { throw Fault(reason: "not one root") }
    return open[0].children[0]
  }

  private static func element(_ tag: Substring) throws -> Element {
    let name = tag.prefix { $0 != " " }
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.isLetter }) else { throw Fault(reason: "a tag <\(tag)>") }
    var element = Element(name: String(name))
    var rest = tag[name.endIndex...].drop { $0 == " " }
    while !rest.isEmpty {
      guard let mark = rest.range(of: "=\"") else { throw Fault(reason: "an attribute in <\(tag)>") }
      let value = rest[mark.upperBound...].prefix { $0 != "\"" }
      guard value.endIndex < rest.endIndex else { throw Fault(reason: "an open attribute in <\(tag)>") }
      element.attributes[String(rest[..<mark.lowerBound])] = try plain(value)
      rest = rest[rest.index(after: value.endIndex)...].drop { $0 == " " }
    }
    return element
  }

  private static func plain(_ text: Substring) throws -> String {
    for scalar in text.unicodeScalars {
      guard scalar.value >= 0x20 || scalar == "\n" || scalar == "\t", scalar.value != 0xFFFE, scalar.value != 0xFFFF
      else {
        throw Fault(reason: "U+\(String(scalar.value, radix: 16)) cannot stand in XML")
      }
    }
    var out = ""
    var rest = text
    while let mark = rest.firstIndex(of: "&") {
      out += rest[..<mark]
      guard let end = rest[mark...].firstIndex(of: ";") else { throw Fault(reason: "a bare &") }
      switch rest[mark...end] {
      case "&amp;": out += "&"
      case "&lt;": out += "<"
      case "&gt;": out += ">"
      case "&quot;": out += "\""
      case "&#39;": out += "'"
      default: throw Fault(reason: "an entity \(rest[mark...end])")
      }
      rest = rest[rest.index(after: end)...]
    }
    return out + rest
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
