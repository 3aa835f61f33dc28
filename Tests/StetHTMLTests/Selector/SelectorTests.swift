import StetHTML
import Testing

@Suite struct SelectorTests {
  private static let source = """
    <html><head><title id=t>T</title></head><body class="home page">
    <div id=a class="box Wide" lang=en-US data-x="one two">
    <p id=p1 class=lead>1</p><p id=p2>2<b id=b1>b</b></p><span id=s1></span><p id=p3 title="Big News">3</p>
    </div>
    <ul id=u><li id=l1>1</li><li id=l2>2<ul id=v><li id=l3>3</li></ul></li><li id=l4>4</li><li id=l5>5</li></ul>
    <my-box id=m data-x=three><i id=i1></i> </my-box><a id=a1 href="https://x.example/A.pdf">a</a>
    <p id="1st" class="a:b">x</p>
    </body></html>
    """

  private func ids(_ selector: String, within: String? = nil) throws -> String {
    let document = try page(Self.source)
    let root = within.flatMap { id in document.nodes.indices.first { document.attribute($0, .id) == id } } ?? 0
    let found = try Selector(selector).all(in: document, within: root)
    #expect(try Selector(selector).first(in: document, within: root) == found.first)
    for node in document.nodes.indices where document.contains(root, node) && node != root {
      #expect(try Selector(selector).matches(node, in: document) == found.contains(node))
    }
    return found.map { document.attribute($0, .id) ?? document.name(of: $0) }.joined(separator: " ")
  }

  @Test(
    "Selectors of one element",
    arguments: [
      ("p", "p1 p2 p3 1st"), ("P", "p1 p2 p3 1st"), ("#a", "a"), (".lead", "p1"), ("div.box.Wide", "a"), (".wide", ""),
      ("my-box", "m"), ("MY-BOX", "m"), ("*#m", "m"), ("body.page.home", "body"), ("p#p2", "p2"), ("nothing", ""),
      ("[title]", "p3"), ("[TITLE]", "p3"), ("[data-x]", "a m"), ("[data-x=three]", "m"), ("[data-x~=two]", "a"),
      ("[data-x~='one two']", ""), ("[lang|=en]", "a"), ("[lang|=e]", ""), ("[href^='https:']", "a1"),
      ("[href$=\".pdf\"]", "a1"), ("[href$='.PDF' i]", "a1"), ("[href$='.PDF' s]", ""), ("[href$='.PDF']", ""),
      ("[href*=example]", "a1"), ("[href*='']", ""), ("[href^=\"\"]", ""), ("[ title = 'big news' I ]", "p3"),
      (":root", "html"), ("p:empty, span:empty", "s1"), ("i:empty", "i1"), ("my-box:empty", ""),
      ("#\\31 st", "1st"), (".a\\:b", "1st"), ("#\\000031st", "1st"), ("p/* c */.lead", "p1"),
    ])
  func simple(selector: String, expected: String) throws {
    #expect(try ids(selector) == expected)
  }

  @Test(
    "Selectors of several elements",
    arguments: [
      ("div p", "p1 p2 p3"), ("body > p", "1st"), ("#p1 + p", "p2"), ("#p1 ~ p", "p2 p3"), ("#p1 + span", ""),
      ("span + p", "p3"), ("ul ul li", "l3"), ("ul > li > ul > li", "l3"), ("li + li + li", "l4 l5"),
      ("li li, b , #t", "t b1 l3"), ("body div p b", "b1"), ("div>p+p>b", "b1"), ("ul li ~ li", "l2 l4 l5"),
      ("p p", ""), ("html body.home #u > li:first-child", "l1"), ("ul /* all */ li", "l1 l2 l3 l4 l5"),
      ("p ~ my-box, ul ~ my-box", "m"),
    ])
  func combined(selector: String, expected: String) throws {
    #expect(try ids(selector) == expected)
  }

  @Test(
    "Positions among siblings",
    arguments: [
      ("#u > li:first-child", "l1"), ("#u > li:last-child", "l5"), ("li:only-child", "l3"), ("li:nth-child(2)", "l2"),
      ("#u > li:nth-child(odd)", "l1 l4"), ("#u > li:nth-child(even)", "l2 l5"), ("#u > li:nth-child(2n+1)", "l1 l4"),
      ("#u > li:nth-child( -n + 2 )", "l1 l2"), ("#u > li:nth-child(n+3)", "l4 l5"),
      ("#u > li:nth-child(+2N)", "l2 l5"),
      ("#u > li:nth-last-child(1)", "l5"), ("#u > li:nth-child(0)", ""), ("#u > li:nth-child(-1)", ""),
      ("#a > p:nth-of-type(3)", "p3"), ("#a > :first-of-type", "p1 s1"), ("#a > :last-of-type", "s1 p3"),
      ("#a > :only-of-type", "s1"), ("#a > p:nth-last-of-type(2)", "p2"), ("my-box:first-of-type", "m"),
      ("#u > li:nth-child(n)", "l1 l2 l4 l5"), ("#u > li:nth-child(3n - 1)", "l2"),
    ])
  func positions(selector: String, expected: String) throws {
    #expect(try ids(selector) == expected)
  }

  @Test(
    "Selectors in selectors",
    arguments: [
      ("#a > :not(p)", "s1"), ("p:not(.lead, #p3)", "p2 1st"), ("p:not(div p)", "1st"), ("p:not(:not(.lead))", "p1"),
      (":is(div, my-box) > :where(p, i)", "p1 p2 p3 i1"), ("p:has(b)", "p2"), ("li:has(li)", "l2"),
      ("div:has(> b)", ""),
      ("div:has(> p > b)", "a"), ("p:has(+ span)", "p2"), ("p:has(~ span)", "p1 p2"), ("p:has(+ p b)", "p1"),
      ("ul:has(li:nth-child(4))", "u"), ("ul:not(:has(ul))", "v"), (":is(ul, div):has(span, ul)", "a u"),
      ("li:not(:has(*)):not(:last-child)", "l1 l4"), ("body:has(.lead) #m", "m"),
    ])
  func nested(selector: String, expected: String) throws {
    #expect(try ids(selector) == expected)
  }

  @Test("Only descendants of the given node are selected, but what stands around it counts")
  func within() throws {
    #expect(try ids("p", within: "a") == "p1 p2 p3")
    #expect(try ids("body p", within: "a") == "p1 p2 p3")
    #expect(try ids("div", within: "a") == "")
  }

  @Test("Long chains and deep nesting over a deep page take no longer than they must")
  func bounded() throws {
    let document = try page(String(repeating: "<div><i></i>", count: 10_000) + "end")
    let chain = Array(repeating: "div", count: 30).joined(separator: " ") + " b"
    #expect(try Selector(chain).first(in: document) == nil)
    let mixed = Array(repeating: "div > i ~ div", count: 10).joined(separator: " ") + " ~ b"
    #expect(try Selector(mixed).first(in: document) == nil)
    let nested = String(repeating: ":not(:has(div ", count: 8) + "b" + String(repeating: "))", count: 8)
    _ = try Selector(nested).all(in: document)
    #expect(try Selector("div:nth-last-of-type(1)").all(in: document).count == 10_000)
  }
}
