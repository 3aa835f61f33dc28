import StetHTML
import Testing

@Suite struct SelectorErrorTests {
  private func failure(_ selector: String) -> SelectorError? {
    do throws(SelectorError) {
      _ = try Selector(selector)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "An error points at the column",
    arguments: [
      ("", 1), ("  ", 3), ("div..x", 5), ("div.", 5), ("#", 2), ("#1a", 2), ("div >", 6), ("> p", 1), ("a,", 3),
      (",a", 1),
      ("a,,b", 3), ("a > > b", 5), ("p)", 2), ("[", 2), ("[a", 3), ("[a=", 4), ("[a=]", 4), ("[a=b", 1), ("[a='b]", 4),
      ("[a!=b]", 3), ("[a~b]", 3), ("[a=1]", 4), ("[a='b' x]", 8), (":", 2), ("p:hover", 3), ("a::before", 3),
      (":nth-child", 11), (":nth-child(", 12), (":nth-child(x)", 12), (":nth-child(2n+)", 12), (":nth-child(1 2)", 12),
      (":first-child(1)", 13), (":not(", 6), (":not()", 6), (":not(a", 5), (":has(> )", 8), ("a|b", 2), ("p{", 2),
      ("é é !", 5),
      ("a\\", 3), ("div p..x", 7), ("p :is(a, )", 10), ("a b %", 5),
    ])
  func column(selector: String, column: Int) throws {
    let error = try #require(failure(selector))
    #expect(error.column == column, "\(error)")
    #expect(error.selector == selector)
  }

  @Test("An error says what failed, why, where, and what to write")
  func message() throws {
    let error = try #require(failure("div..x"))
    #expect(
      error.message
        == "Cannot read the selector 'div..x': a class name should follow '.' at column 5. Write '.name'.")
    #expect("\(error)" == error.message)
  }

  @Test("An id that starts with a digit is told how to be written")
  func digits() throws {
    #expect(try #require(failure("#1a")).message.hasSuffix("Escape a leading digit: '#\\31 '."))
  }

  @Test("Selectors nested without end are refused")
  func nesting() throws {
    let deep = String(repeating: ":not(", count: 100) + "a" + String(repeating: ")", count: 100)
    #expect(try #require(failure(deep)).column > 1)
  }
}
