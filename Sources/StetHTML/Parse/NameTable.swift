internal import CLibXML2

/// Names of elements and attributes as libxml2 hands them out, looked up by address.
///
/// The parser keeps each name once, in its dictionary or in static memory, for as long as it lives: an address seen
/// before is the same name again.
struct NameTable {

  /// Names without a case in `Tag` or `AttributeName`, in order of appearance.
  private(set) var otherNames: [String] = []

  private var tags = AddressTable()
  private var attributes = AddressTable()
  private var otherIndex: [String: UInt16] = [:]

  private static let knownTags = Dictionary(
    uniqueKeysWithValues: Tag.allCases.filter { !$0.name.isEmpty }.map { ($0.name, $0) })
  private static let knownAttributes = Dictionary(
    uniqueKeysWithValues: AttributeName.allCases.filter { $0 != .other }.map { ($0.name, $0) })

  /// The element of this name, and the index of its name when it is `other`.
  mutating func tag(_ name: UnsafePointer<xmlChar>) -> (Tag, UInt16) {
    let address = UInt(bitPattern: name)
    if let found = tags.find(address) { return (Tag(rawValue: found.known) ?? .other, found.other) }
    let text = unsafe String(cString: name)
    let tag = Self.knownTags[text] ?? .other
    let other = tag == .other ? index(of: text) : 0
    tags.insert(address, known: tag.rawValue, other: other)
    return (tag, other)
  }

  /// The attribute of this name, and the index of its name when it is `other`.
  mutating func attribute(_ name: UnsafePointer<xmlChar>) -> (AttributeName, UInt16) {
    let address = UInt(bitPattern: name)
    if let found = attributes.find(address) { return (AttributeName(rawValue: found.known) ?? .other, found.other) }
    let text = unsafe String(cString: name)
    let known = Self.knownAttributes[text] ?? .other
    let other = known == .other ? index(of: text) : 0
    attributes.insert(address, known: known.rawValue, other: other)
    return (known, other)
  }

  /// The index of an unlisted name. More than 65,535 share the last one; pages of so many are refused at
  /// the latest at the end (`HTMLParser.maximumNameBytes`).
  private mutating func index(of name: String) -> UInt16 {
    if let index = otherIndex[name] { return index }
    if otherNames.count == Int(UInt16.max) { return UInt16.max - 1 }
    let index = UInt16(otherNames.count)
    otherNames.append(name)
    otherIndex[name] = index
    return index
  }
}
