import StetFetch
import StetModel
import Testing

/// RFC 9309, 2.2.2 and 2.2.3: which rule counts, and what it matches.
@Suite struct RobotsRuleTests {
  @Test("The longest rule counts, wherever it stands (2.2.2, 5.2)")
  func longest() throws {
    let trial = RobotsTrial(
      "User-agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\nDisallow: /example\n")
    #expect(try trial.allows("/example/page/"))
    #expect(try trial.allows("/example/page/x"))
    #expect(try !trial.allows("/example/page/disallowed.gif"))
    #expect(try !trial.allows("/example/other"))
    #expect(try trial.allows("/exampl"))
  }

  @Test(
    "Of an Allow and a Disallow that are equal the Allow counts (2.2.2)",
    arguments: [
      "Allow: /x\nDisallow: /x", "Disallow: /x\nAllow: /x", "Disallow: /caf\u{E9}\nAllow: /caf%c3%a9",
    ])
  func tie(_ rules: String) throws {
    let trial = RobotsTrial("User-agent: *\n\(rules)\n")
    #expect(try trial.allows("/x"))
    #expect(try trial.allows("/caf%C3%A9"))
  }

  @Test("A rule matches from the first octet of the path on, and case matters (2.2.2)")
  func prefix() throws {
    #expect(try RobotsTrial.refuses("/fish", "/fishheads/yummy.html"))
    #expect(try !RobotsTrial.refuses("/fish", "/catfish"))
    #expect(try !RobotsTrial.refuses("/fish", "/Fish"))
    #expect(try !RobotsTrial.refuses("/fish/", "/fish"))
    #expect(try !RobotsTrial.refuses("fish", "/fish"))
  }

  @Test("The query belongs to the path, the fragment does not (2.2.2)")
  func query() throws {
    #expect(try RobotsTrial.refuses("/a?b=", "/a?b=c"))
    #expect(try !RobotsTrial.refuses("/a?b", "/a"))
    #expect(try RobotsTrial.refuses("/a?$", "/a?"))
    #expect(try RobotsTrial.refuses("/a$", "/a#b"))
    #expect(try !RobotsTrial.refuses("/a%23b", "/a#b"))
  }

  @Test(
    "Rules and addresses are compared with their encoding made alike (2.2.2, table 4)",
    arguments: [
      ("/foo/bar?baz=quz", "/foo/bar?baz=quz"), ("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https://foo.bar"),
      ("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar"),
      ("/foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https://foo.bar"),
      ("/foo/bar/\u{30C4}", "/foo/bar/%E3%83%84"), ("/foo/bar/%E3%83%84", "/foo/bar/\u{30C4}"),
      ("/foo/bar/%e3%83%84", "/foo/bar/%E3%83%84"), ("/foo/bar/%62%61%7A", "/foo/bar/baz"),
      ("/foo/bar/baz", "/foo/bar/%62%61%7a"), ("/a%3Ab", "/a:b"), ("/a:b", "/a%3ab"), ("/a|b", "/a%7Cb"),
      ("/a b", "/a%20b"), ("/100%", "/100%25"), ("/%zz", "/%25zz"), ("/a/*?x=/y?z", "/a/b?x=%2Fy%3Fz"),
      ("/*?u=*/c", "/b?u=a%2Fc"), ("/*/print", "/index.php?/node/1/print"),
    ])
  func encoding(_ rule: String, _ path: String) throws {
    #expect(try RobotsTrial.refuses(rule, path))
  }

  @Test(
    "What divides an address means something else when it is encoded (2.2.2; RFC 3986, 2.2)",
    arguments: [
      ("/a/b", "/a%2Fb"), ("/a%2Fb", "/a/b"), ("/a%3Fb", "/a?b"), ("/a?b=c", "/a?b%3Dc"), ("/a%26b", "/a&b"),
      ("/a%2Fb?c", "/a/b?c"),
    ])
  func dividers(_ rule: String, _ path: String) throws {
    #expect(try !RobotsTrial.refuses(rule, path))
  }

  @Test(
    "A star stands for any number of any octets (2.2.3)",
    arguments: [
      ("/this/*/exactly", "/this/that/exactly", true), ("/this/*/exactly", "/this//exactly", true),
      ("/this/*/exactly", "/this/exactly", false), ("*.php", "/index.php", true), ("/*.php", "/a.php5?x", true),
      ("/fish*", "/fish", true), ("*", "/", true), ("/a*b*c", "/a1b2c3", true), ("/a*b*c", "/a1c2b3", false),
      ("/a**b", "/axb", true), ("/*a*a*a", "/aa", false), ("/a*a", "/a", false),
    ])
  func star(_ rule: String, _ path: String, _ matches: Bool) throws {
    #expect(try RobotsTrial.refuses(rule, path) == matches)
  }

  @Test(
    "A dollar sign at the end ends the path; elsewhere it is itself (2.2.3)",
    arguments: [
      ("/*.php$", "/a.php", true), ("/*.php$", "/a.php?x", false), ("/*.php$", "/a.php.php", true),
      ("/exactly$", "/exactly", true), ("/exactly$", "/exactly/", false), ("/$", "/", true), ("/$", "/a", false),
      ("/a$b", "/a$bc", true), ("/a*$", "/abc", true), ("$", "/", false), ("*$", "/x", true), ("/ab*b$", "/ab", false),
    ])
  func dollar(_ rule: String, _ path: String, _ matches: Bool) throws {
    #expect(try RobotsTrial.refuses(rule, path) == matches)
  }

  @Test("Encoded, star and dollar sign are characters (2.2.3, table 6)")
  func encodedSpecials() throws {
    #expect(try RobotsTrial.refuses("/path/file-with-a-%2A.html", "/path/file-with-a-*.html"))
    #expect(try !RobotsTrial.refuses("/path/file-with-a-%2A.html", "/path/file-with-a-b.html"))
    #expect(try RobotsTrial.refuses("/path/foo-%24", "/path/foo-$"))
    #expect(try RobotsTrial.refuses("/path/foo-%24", "/path/foo-$/bar"))
    #expect(try RobotsTrial.refuses("/path/foo-%24", "/path/foo-%24"))
  }

  @Test("Stars and dollar signs count as octets: '/page$' goes before '/page', '/p*' before '/p'")
  func specialsCount() throws {
    let trial = RobotsTrial("User-agent: *\nDisallow: /page\nAllow: /page$\nAllow: /p\nDisallow: /p*x\n")
    #expect(try trial.allows("/page"))
    #expect(try !trial.allows("/pages"))
    #expect(try !trial.allows("/pix"))
  }

  @Test("/robots.txt itself is always allowed (2.2.2)")
  func robotsFile() throws {
    let trial = RobotsTrial("User-agent: *\nDisallow: /\n")
    #expect(try trial.verdict("/robots.txt").basis == .robotsFile)
    #expect(try trial.allows("/%72obots.txt"))
    #expect(try !trial.allows("/robots.txt?x"))
    #expect(try !trial.allows("/Robots.txt"))
  }

  @Test("The verdict names the rule as printed, its line, and the line that gives it to the crawler")
  func verdict() throws {
    let trial = RobotsTrial(
      "# ours\nUser-agent: a\n\nUser-Agent:  STET # us\n DISALLOW :/x   # no\n\nuser-agent: *\nAllow: /\n")
    let verdict = try trial.verdict("/x/y")
    #expect(!verdict.isAllowed)
    #expect(verdict.basis == .rule(RobotsLine(text: "DISALLOW :/x", number: 5)))
    #expect(verdict.group == RobotsLine(text: "User-Agent:  STET", number: 4))
    let other = try trial.verdict("/x/y", agent: "other")
    #expect(other.isAllowed && other.basis == .rule(RobotsLine(text: "Allow: /", number: 8)))
  }

  @Test("Patterns made to cost much cost no more than their length")
  func hostilePatterns() throws {
    let stars = String(repeating: "*a", count: 100_000)
    let path = "/" + String(repeating: "a", count: 50_000)
    #expect(try !RobotsTrial.refuses("/\(stars)b", path))
    let almost = String(repeating: "a", count: 40_000) + "b"
    #expect(try !RobotsTrial.refuses("/*\(almost)*\(almost)", path))
    #expect(try RobotsTrial.refuses("/*\(almost.dropLast())$", path))
  }
}
