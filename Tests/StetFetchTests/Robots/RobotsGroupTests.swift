import StetFetch
import StetModel
import Testing

/// RFC 9309, 2.2.1: which groups are a crawler's.
@Suite struct RobotsGroupTests {
  @Test("The group of one's own name counts, whatever its case, and then no other (2.2.1)")
  func ownGroup() throws {
    let trial = RobotsTrial("User-agent: *\nDisallow: /\n\nUSER-AGENT: StEt\nDisallow: /private\n")
    #expect(try trial.allows("/"))
    #expect(try !trial.allows("/private"))
    #expect(try !trial.allows("/", agent: "other"))
  }

  @Test("Groups of the same name are one, the rules between them included (2.2.1, table 2)")
  func merging() throws {
    let trial = RobotsTrial(
      "user-agent: stet\ndisallow: /foo\ndisallow: /bar\n\nuser-agent: other\ndisallow: /qux\n\nuser-agent: stet\ndisallow: /baz\n"
    )
    for path in ["/foo", "/bar", "/baz"] { #expect(try !trial.allows(path)) }
    #expect(try trial.allows("/qux"))
  }

  @Test("Groups for everyone are one, too (2.2.1)")
  func everyone() throws {
    let trial = RobotsTrial("User-agent: *\nDisallow: /a\nUser-agent: x\nDisallow: /x\nUser-agent: *\nDisallow: /b\n")
    #expect(try !trial.allows("/a"))
    #expect(try !trial.allows("/b"))
    #expect(try trial.allows("/x"))
  }

  @Test("Several names share the rules behind them (2.1)")
  func sharing() throws {
    let trial = RobotsTrial("User-agent: a\nUser-agent: stet\n\n\nDisallow: /x\nUser-agent: b\nDisallow: /y\n")
    #expect(try !trial.allows("/x"))
    #expect(try trial.allows("/y"))
    #expect(try trial.allows("/x", agent: "b"))
  }

  @Test("Without a group of one's own or for everyone there are no rules (2.2.1)")
  func noGroup() throws {
    let trial = RobotsTrial("User-agent: other\nDisallow: /\n")
    let verdict = try trial.verdict("/x")
    #expect(verdict.isAllowed && verdict.basis == .noGroup && verdict.group == nil)
  }

  @Test("A name is not found in a longer or shorter one (2.2.1)", arguments: ["ste", "stett", "stet-news", "my-stet"])
  func wholeName(_ name: String) throws {
    #expect(try RobotsTrial("User-agent: \(name)\nDisallow: /\n").allows("/x"))
  }

  @Test(
    "A name counts up to its first space or its version, as with Google's parser",
    arguments: ["stet the archiver", "stet/1.0", "Stet/2 (beta)"])
  func lenientName(_ name: String) throws {
    #expect(try !RobotsTrial("User-agent: \(name)\nDisallow: /\n").allows("/x"))
  }

  @Test(
    "A star with words behind it is for everyone; a star in a name is not",
    arguments: [("* all", false), ("*bot", true)])
  func star(_ name: String, isAllowed: Bool) throws {
    #expect(try RobotsTrial("User-agent: \(name)\nDisallow: /\n").allows("/x") == isAllowed)
  }

  @Test("A rule before the first User-agent line is nobody's (2.2.2)")
  func ruleWithoutGroup() throws {
    #expect(try RobotsTrial("Disallow: /\nUser-agent: *\nDisallow: /x\n").allows("/y"))
  }

  @Test("An empty rule ends a list of agents, and forbids nothing (2.1, empty-pattern)")
  func emptyRule() throws {
    let trial = RobotsTrial("User-agent: stet\nDisallow:\nUser-agent: *\nDisallow: /\n")
    let verdict = try trial.verdict("/x")
    #expect(verdict.isAllowed && verdict.basis == .noRule)
    #expect(verdict.group == RobotsLine(text: "User-agent: stet", number: 1))
  }

  @Test(
    "The token of an agent is its first word without version, or the name that stands behind 'compatible;' (2.2.1)",
    arguments: [
      ("stet", "stet"), ("stet/0.1.0 (+mailto:you@example.org)", "stet"), ("Curl 7", "Curl"), ("", ""),
      ("Mozilla/5.0 (compatible; ExampleBot/0.1; https://www.example.com/bot.html)", "ExampleBot"),
      ("Mozilla/5.0 (X11; Linux)", "Mozilla"), ("MJ12bot/v1.4.8", "MJ12bot"),
    ])
  func token(_ agent: String, _ token: String) {
    #expect(ProductToken(agent: agent).description == token)
  }

  @Test("Whoever has no name has the rules for everyone")
  func nameless() throws {
    #expect(try !RobotsTrial("User-agent:\nAllow: /\nUser-agent: *\nDisallow: /").allows("/x", agent: ""))
  }
}
