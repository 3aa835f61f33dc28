/// The members of a JSON object, in order.
///
/// Not a `Dictionary`: Swift compares strings by canonical equivalence, so two member names that differ only in their
/// Unicode normal form would collide, where JSON tells them apart byte by byte.
public struct JSONObject: Sendable, Hashable {
  /// One name and its value.
  public struct Member: Sendable, Hashable {
    /// The member's name.
    public let name: String
    /// The member's value.
    public var value: JSONValue

    /// A member.
    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// All members, in the order in which they were added or read.
  public private(set) var members: [Member]

  /// An object with these members; of a repeated name the last value wins, at the first one's place.
  public init(_ members: [Member] = []) {
    self.members = []
    self.members.reserveCapacity(members.count)
    for member in members { self[member.name] = member.value }
  }

  /// Adds a member whose name is known to be new.
  mutating func append(name: String, value: JSONValue) {
    members.append(Member(name: name, value: value))
  }

  /// Gives the member at an index of `members` another value.
  mutating func replaceValue(at index: Int, with value: JSONValue) { members[index].value = value }

  /// The value of the member with exactly this name. Setting nil removes the member.
  public subscript(name: String) -> JSONValue? {
    get { index(of: name).map { members[$0].value } }
    set {
      switch (index(of: name), newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Whether there is no member.
  public var isEmpty: Bool { members.isEmpty }

  /// The index in `members` of the member with exactly this name; nil when there is none.
  func index(of name: String) -> Int? {
    let length = name.utf8.count
    return members.firstIndex { $0.name.utf8.count == length && $0.name.utf8.elementsEqual(name.utf8) }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// An object with these members.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { Member(name: $0.0, value: $0.1) })
  }
}
