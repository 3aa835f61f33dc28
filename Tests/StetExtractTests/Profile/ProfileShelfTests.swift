import StetExtract
import StetModel
import Testing

@Suite("ProfileShelf")
struct ProfileShelfTests {
  @Test("What ships stands under the hosts that it names itself")
  func bundledHosts() throws {
    for profile in ProfileShelf.bundled.profiles {
      for host in profile.hosts {
        #expect(ProfileShelf.bundled.profile(for: try #require(PageAddress("https://\(host)/a")))?.name == profile.name)
      }
    }
    let wrong = try ProfileShelf.bundled.profiles.filter { profile in
      let found = ProfileShelf.bundled.profile(for: try #require(PageAddress("https://\(profile.hosts[0])/a")))
      return found?.hosts != profile.hosts
    }
    #expect(wrong.isEmpty)
  }

  @Test("A preferred profile is tried before those that ship, which stay for other sites")
  func preferring() throws {
    let shipped = try #require(ProfileShelf.bundled.profiles.first)
    let page = try #require(PageAddress("https://www.\(shipped.hosts[0])/a"))
    var own = shipped
    own.name = "mine"
    #expect(ProfileShelf.bundled.preferring(own).profile(for: page)?.name == "mine")
    own.hosts = ["paperlantern.example"]
    #expect(ProfileShelf.bundled.preferring(own).profile(for: page)?.name == shipped.name)
    #expect(ProfileShelf([own]).profile(for: page) == nil)
  }
}
