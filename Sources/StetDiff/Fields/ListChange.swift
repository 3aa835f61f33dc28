/// Two lists compared as sets: repeated entries count, order is told apart.
public struct ListChange: Sendable, Hashable {
  /// An entry that kept its name.
  public struct Alteration: Sendable, Hashable {
    /// The entry before.
    public let old: ListEntry
    /// The entry after.
    public let new: ListEntry

    /// What differs, in words: "link", "bio".
    public var parts: [String] { (old.url == new.url ? [] : ["link"]) + (old.hasBio(of: new) ? [] : ["bio"]) }
  }

  /// The old list in its order.
  public let old: [ListEntry]
  /// The new list in its order.
  public let new: [ListEntry]
  /// Entries that only the new list has, in its order.
  public private(set) var added: [ListEntry] = []
  /// Entries that only the old list has, in its order.
  public private(set) var removed: [ListEntry] = []
  /// Entries that kept their name and changed otherwise, in the old order.
  public private(set) var altered: [Alteration] = []
  /// Whether entries that both lists have stand in another order.
  public private(set) var isReordered = false

  /// Whether both lists hold the same entries.
  public var isSameSet: Bool { added.isEmpty && removed.isEmpty && altered.isEmpty }

  /// Compares two lists. Linear in their length.
  init(_ old: [ListEntry], _ new: [ListEntry]) {
    self.old = old
    self.new = new
    var successors = [Int?](repeating: nil, count: old.count)
    var isTaken = [Bool](repeating: false, count: new.count)
    pair(by: { $0 }, &successors, &isTaken)
    pair(by: \.comparedName, &successors, &isTaken)

    var furthest = -1
    for (index, successor) in successors.enumerated() {
      guard let successor else {
        removed.append(old[index])
        continue
      }
      if old[index] != new[successor] { altered.append(Alteration(old: old[index], new: new[successor])) }
      if successor < furthest { isReordered = true }
      furthest = max(furthest, successor)
    }
    added = new.indices.filter { !isTaken[$0] }.map { new[$0] }
  }

  private func pair(by key: (ListEntry) -> some Hashable, _ successors: inout [Int?], _ isTaken: inout [Bool]) {
    var waiting = Dictionary(grouping: new.indices.reversed().filter { !isTaken[$0] }) { key(new[$0]) }
    for index in old.indices where successors[index] == nil {
      guard let place = waiting[key(old[index])]?.popLast() else { continue }
      successors[index] = place
      isTaken[place] = true
    }
  }
}
