import Testing

@testable import StetKit

@Suite struct ShrinkRuleTests {
  @Test(
    "A text has shrunk beyond belief when less than a fifth is left of 500 bytes or more",
    arguments: [(99, 500, true), (100, 500, false), (0, 499, false), (0, 0, false), (600, 500, false), (0, 500, true)])
  func rule(length: Int, last: Int, isBroken: Bool) {
    #expect(ShrinkRule.isBroken(by: length, after: last) == isBroken)
  }
}
