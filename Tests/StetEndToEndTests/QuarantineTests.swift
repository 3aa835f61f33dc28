import StetModel
import StetTestSupport
import Testing

@Suite struct QuarantineTests {
  let work: Workplace

  init() throws {
    work = try Workplace()
    var page = ReviewPage()
    work.server.on("/film", .page(text: page.html))
    _ = try work.stet("archive", "--delay", "0", work.server.address("/film"))
    page.paragraphs = ["The lighthouse film has left our cinemas for good, and this is all that we have to say of it."]
    work.server.on("/film", .page(text: page.html))
    _ = try work.stet("archive", "--delay", "0", work.server.address("/film"))
  }

  @Test("list names the page and the reason, show tells what differs, accept makes a version once")
  func story() throws {
    let list = try work.stet("quarantine", "list", "--json").json()
    #expect(list.array?.count == 1)
    #expect(list.array?.first?["code"] == "shrunken")
    #expect(list.array?.first?["page"]?.string == work.server.address("/film"))
    #expect(list.array?.first?["reason"]?.string?.hasPrefix("its text has shrunk from") == true)
    #expect(try work.stet("quarantine", "list").output.contains("shrunken"))
    let name = try #require(list.array?.first?["name"]?.string)

    let show = try work.stet("quarantine", "show", "film")
    #expect(show.exitCode == 0)
    #expect(show.output.contains("shrunken: its text has shrunk"))
    #expect(show.output.contains("left our cinemas"))
    // Its number is given when it is accepted, and not before.
    #expect(show.output.contains(" → the observation ("))
    #expect(!show.output.contains("version 2"))
    #expect(try work.stet("quarantine", "show", "film@\(name)", "--json").json()["format"] == "stet-quarantine/1")
    #expect(try work.stet("quarantine", "show", "film", "--raw").output.hasPrefix("<!DOCTYPE html>"))

    let accept = try #require(try work.stet("quarantine", "accept", "film", "--json").jsonLines().first)
    #expect(accept["outcome"] == "changed")
    #expect(accept["version"] == 2)
    #expect(try work.stet("quarantine", "accept", "--all-of", "film").output.hasPrefix("accepted before as version 2"))
    #expect(try work.stet("quarantine", "list", "--json").json().array?.isEmpty == true)
    #expect(try work.stet("quarantine", "list", "--all").output.contains("accepted as version 2"))
    #expect(try work.stet("show", "film").output.contains("left our cinemas"))
    #expect(try work.stet("verify").exitCode == 0)
  }

  @Test("What is not there is exit 66, what contradicts itself 64")
  func wrong() throws {
    #expect(try work.stet("quarantine", "show", "other").exitCode == 66)
    #expect(try work.stet("quarantine", "accept", "film@2001").exitCode == 66)
    #expect(try work.stet("--archive", "None", "quarantine", "list").exitCode == 66)
    #expect(try work.stet("quarantine", "accept").exitCode == 64)
    #expect(try work.stet("quarantine", "show", "film", "--raw", "--json").exitCode == 64)
  }
}
