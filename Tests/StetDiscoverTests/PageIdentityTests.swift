import StetDiscover
import StetHTML
import StetModel
import Testing

@Suite struct PageIdentityTests {
  private func key(_ identity: PageIdentity, _ text: String) -> String { identity.key(of: address(text)).description }

  @Test("Tracking parameters never make another page; scheme, www. and slash do until a redirect was seen")
  func nothingKnown() {
    let identity = PageIdentity()
    #expect(key(identity, "https://reel.example/1?utm_source=feed#x") == "https://reel.example/1")
    for other in ["http://reel.example/1", "https://www.reel.example/1", "https://reel.example/1/"] {
      #expect(key(identity, other) != "https://reel.example/1")
    }
  }

  @Test("A redirect to https folds the whole host, and no other")
  func scheme() {
    var identity = PageIdentity()
    identity.learn(redirectFrom: address("http://reel.example/1"), to: address("https://reel.example/1"))
    #expect(key(identity, "http://reel.example/2?a=1") == "https://reel.example/2?a=1")
    #expect(key(identity, "http://other.example/2") == "http://other.example/2")
    #expect(key(identity, "http://reel.example:8080/2") == "http://reel.example:8080/2")
    identity.learn(redirectFrom: address("https://reel.example/3"), to: address("http://reel.example/3"))
    #expect(key(identity, "http://reel.example/2") == "http://reel.example/2", "both ways are no evidence")
  }

  @Test("A redirect to the name with www., or without, folds the host")
  func names() {
    var identity = PageIdentity()
    identity.learn(redirectFrom: address("http://reel.example/"), to: address("https://www.reel.example/"))
    #expect(key(identity, "http://reel.example/2") == "https://www.reel.example/2")
    #expect(key(identity, "http://www.reel.example/2") == "https://www.reel.example/2")
    identity.learn(redirectFrom: address("https://www.reel.example/a"), to: address("https://reel.example/a"))
    #expect(key(identity, "https://reel.example/2") == "https://reel.example/2")
  }

  @Test("A slash is added or dropped where the host does so, to files never, and where it does both not at all")
  func slash() {
    var identity = PageIdentity()
    identity.learn(redirectFrom: address("https://reel.example/1"), to: address("https://reel.example/1/"))
    #expect(key(identity, "https://reel.example/2") == "https://reel.example/2/")
    #expect(key(identity, "https://reel.example/feed.xml") == "https://reel.example/feed.xml")
    var dropping = PageIdentity()
    dropping.learn(redirectFrom: address("https://reel.example/1/"), to: address("https://reel.example/1"))
    #expect(key(dropping, "https://reel.example/2/?a") == "https://reel.example/2?a")
    #expect(key(dropping, "https://reel.example/") == "https://reel.example/")
    dropping.learn(redirectFrom: address("https://reel.example/3"), to: address("https://reel.example/3/"))
    #expect(key(dropping, "https://reel.example/2/") == "https://reel.example/2/")
  }

  @Test("Redirects to other pages and hosts tell nothing")
  func otherPages() {
    var identity = PageIdentity()
    identity.learn(redirectFrom: address("http://reel.example/1"), to: address("https://reel.example/2"))
    identity.learn(redirectFrom: address("http://reel.example/1"), to: address("https://other.example/1"))
    identity.learn(redirectFrom: address("http://reel.example/?p=1"), to: address("https://reel.example/?p=2"))
    #expect(identity == PageIdentity())
  }

  @Test("rel=canonical of the same host names the page; another host's and the front page do not")
  func canonical() throws {
    let place = address("https://reel.example/1?page=all")
    func key(_ link: String) throws -> String {
      let document = try HTMLParser.parse(Array("<base href='/x/'><title>a</title>\(link)<p>text".utf8))
      return PageIdentity().key(of: document, at: place).description
    }
    #expect(try key("<link rel='Canonical' href='/1'>") == "https://reel.example/1")
    #expect(try key("<link rel='canonical' href='one'>") == "https://reel.example/x/one")
    for link in ["", "<link rel=canonical href='https://other.example/1'>", "<link rel=canonical href='/'>"] {
      #expect(try key(link) == "https://reel.example/1?page=all")
    }
  }
}
