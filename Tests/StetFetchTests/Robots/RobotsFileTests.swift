import StetFetch
import StetModel
import Testing

/// RFC 9309, 2.2 to 2.5: the file as a whole, and what else stands in it.
@Suite struct RobotsFileTests {
  @Test("Lines end with LF, CR or both (2.1)", arguments: ["\n", "\r", "\r\n"])
  func lineEnds(_ end: String) throws {
    let text = ["User-agent: *", "", "Disallow: /x", "Allow: /x/y"].joined(separator: end)
    let verdict = try RobotsTrial(text).verdict("/x")
    #expect(verdict.basis == .rule(RobotsLine(text: "Disallow: /x", number: 3)))
    #expect(try RobotsTrial(text).allows("/x/y"))
  }

  @Test("A byte order mark is no part of the first line")
  func byteOrderMark() throws {
    let text = "User-agent: *\nDisallow: /caf\u{E9}\n"
    #expect(try !RobotsTrial("\u{FEFF}" + text).allows("/caf%C3%A9"))
    // UTF-16, which its mark gives away (2.2.2: mismatches may be bridged).
    let units = Array(text.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    #expect(try !RobotsTrial(bytes: little).allows("/caf%C3%A9"))
    #expect(try !RobotsTrial(bytes: big).allows("/caf%C3%A9"))
  }

  @Test("Octets that are no UTF-8 are compared as they are")
  func latin1() throws {
    #expect(try !RobotsTrial(bytes: Array("User-agent: *\nDisallow: /caf".utf8) + [0xE9]).allows("/caf%E9"))
  }

  @Test("500 KiB are read, the rest is ignored, and no line is cut (2.5)")
  func limit() throws {
    let limit = 500 << 10
    let start = "User-agent: *\nAllow: /y\n"
    func file(endingAt end: Int) -> [UInt8] {
      let rule = "Disallow: /x"
      let filler = end - start.utf8.count - rule.utf8.count - 1
      return Array((start + String(repeating: "#", count: filler) + "\n" + rule + "abc\nDisallow: /y*\n").utf8)
    }
    // The last line that fits whole, and the same with three octets over the limit.
    #expect(try !RobotsTrial(bytes: file(endingAt: limit - 3)).allows("/xabc"))
    #expect(try RobotsTrial(bytes: file(endingAt: limit)).allows("/xabc"))
    #expect(try RobotsTrial(bytes: file(endingAt: limit)).allows("/x"))
    #expect(try RobotsTrial(bytes: file(endingAt: limit)).allows("/yz"))
    #expect(try !RobotsTrial(bytes: Array(file(endingAt: limit - 4000))).allows("/yz"))
  }

  @Test("A colon that is missing counts where there are two words, as with Google's parser")
  func missingColon() throws {
    #expect(try !RobotsTrial("user-agent stet\ndisallow /x\n").allows("/x"))
    #expect(try !RobotsTrial("user-agent *\n  disallow \t /  # all\n").allows("/x"))
    #expect(try RobotsTrial("user-agent *\ndisallow all of it /\n").allows("/x"))
    #expect(try RobotsTrial("user-agent *\ndisallow\n").allows("/x"))
  }

  @Test(
    "The misspellings that Google's parser takes count",
    arguments: [
      "useragent: *\ndisallow: /x", "user agent: *\ndissallow: /x", "User-agent: *\nDisalow: /x",
      "User-agent: *\nDISSALOW: /x", "User-agent: *\ndiasllow: /x", "User-agent: *\ndisallaw: /x",
      "\t User-agent \t:*\n disallow\t:/x",
    ])
  func misspellings(_ text: String) throws {
    #expect(try !RobotsTrial(text).allows("/x"))
  }

  @Test("Other names are other records", arguments: ["Disallowed", "Noindex", "Desallow", "Disallow-all", "", "-"])
  func unknownRecords(_ name: String) throws {
    #expect(try RobotsTrial("User-agent: *\n\(name): /x\n").allows("/x"))
  }

  @Test(
    "Other records do not end a group, nor a list of agents (2.2.4)",
    arguments: ["Sitemap: https://example.com/s.xml", "Crawl-delay: 5", "Unknown: x", "", "#"])
  func otherRecords(_ line: String) throws {
    let trial = RobotsTrial("User-agent: stet\n\(line)\nUser-agent: *\n\(line)\nDisallow: /x\n\(line)\nDisallow: /y\n")
    for path in ["/x", "/y"] {
      #expect(try !trial.allows(path))
      #expect(try !trial.allows(path, agent: "other"))
    }
  }

  @Test("Crawl-delay is the group's; of several the longest counts, up to a day; it is not for agents named behind it")
  func crawlDelay() throws {
    func delay(_ text: String, agent: String = "stet") throws -> Duration? {
      try RobotsTrial(text).verdict("/x", agent: agent).crawlDelay
    }
    let text = "User-agent: stet\nCrawl-delay: 10\nUser-agent: b\nDisallow: /p\nUser-agent: *\nCrawl-delay: 30\n"
    #expect(try delay(text) == .seconds(10))
    #expect(try delay(text, agent: "b") == nil)
    #expect(try delay(text, agent: "c") == .seconds(30))
    #expect(try delay("User-agent: *\nUser-agent: b\nDisallow: /x\nCrawl-delay: 3\n") == .seconds(3))
    #expect(try delay(text + "User-agent: stet\nCrawl-delay: 2.5\n") == .seconds(10))
    #expect(try delay("User-agent: *\nCrawl-delay: 0.5\n") == .milliseconds(500))
    #expect(try delay("User-agent: *\nCrawl-delay: 99999999999999999999\n") == .seconds(86400))
    for value in ["", "0", "-1", "ten", "1e3", "nan", "inf", "1.2.3", "0x10"] {
      #expect(try delay("User-agent: *\nCrawl-delay: \(value)\n") == nil, "\(value)")
    }
    #expect(try delay("Crawl-delay: 5\nUser-agent: *\nDisallow: /\n") == nil)
  }

  @Test("Sitemap lines are of no group; each address comes once, in order")
  func sitemaps() throws {
    let rules = RobotsTrial(
      """
      Sitemap: https://example.com/1.xml
      User-agent: other
      SITEMAP:https://cdn.example.net/2.xml # elsewhere
      Disallow: /
      site-map: https://example.com/1.xml
      Sitemap: /3.xml
      Sitemap:
      Sitemap: ftp://example.com/4.xml
      """
    ).rules
    let file = try #require(PageAddress("https://example.com/robots.txt"))
    #expect(
      rules.sitemaps(in: file).map(\.description) == [
        "https://example.com/1.xml", "https://cdn.example.net/2.xml", "https://example.com/3.xml",
      ])
  }

  @Test(
    "A file without a rule forbids nothing (2.3.1.5)",
    arguments: [
      "", "\n\n", "#", "\u{FEFF}", "<!DOCTYPE html>\n<html><head><title>Not here</title>\n<p>disallow: /</p>\n</html>",
      "{\"user-agent\": \"*\", \"disallow\": \"/\"}", "\0\0\0\0",
    ])
  func nothing(_ text: String) throws {
    #expect(try RobotsTrial(text).verdict("/x").basis == .noGroup)
  }
}
