import StetModel
import Testing

@testable import StetDiff

@Suite struct ListChangeTests {
  private func change(_ old: [String], _ new: [String]) -> ListChange {
    ListChange(old.map { ListEntry($0) }, new.map { ListEntry($0) })
  }

  @Test("Lists are compared as sets: what came, what went")
  func sets() {
    let change = change(["a", "b", "c"], ["c", "d", "a"])
    #expect(change.added.map(\.name) == ["d"])
    #expect(change.removed.map(\.name) == ["b"])
    #expect(change.isReordered)
  }

  @Test("A removal alone is no change of order")
  func removal() { #expect(!change(["a", "b", "c"], ["a", "c"]).isReordered) }

  @Test("A repeated entry counts as often as it stands there")
  func repeated() {
    let change = change(["a", "a", "b"], ["a", "b", "b"])
    #expect(change.removed.map(\.name) == ["a"])
    #expect(change.added.map(\.name) == ["b"])
  }

  @Test("An author who kept the name and got another biography is altered, not replaced")
  func altered() {
    let change = ListChange(
      [ListEntry(Author(name: "Ada Example", url: "http://a.example/ada", bio: "Critic."))],
      [ListEntry(Author(name: "Ada Example", url: "https://a.example/ada", bio: "Editor."))])
    #expect(change.altered.map(\.parts) == [["bio"]])
    #expect(change.added.isEmpty && change.removed.isEmpty)
  }
}
