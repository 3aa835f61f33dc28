import StetExtract
import StetModel
import Testing

/// Whether a standfirst is a field of its own or the text's first paragraph.
@Suite struct LeadTests {
  @Test(
    "One sentence that is set apart is the lead, whatever full stops stand in it",
    arguments: [
      "Acme Inc. brings back the ferry that nobody missed, and a whole harbour comes to look at it.",
      "Prof. Marsh reads the weather in a teacup, and the fishermen of three villages believe him.",
      "“Nobody will sail on it,” says Mrs. Marsh of the ferry that a whole harbour has come to see.”",
    ])
  func oneSentence(lead: String) throws {
    let review = try Extractor(profiles: []).extract(try page(lead, isWithHeadline: false)).review
    #expect(review.lead == lead)
    #expect(!review.bodyText.contains(lead))
  }

  @Test("Several sentences with the headline, in a box that does not hold the text, are the lead")
  func withHeadline() throws {
    let lead = "The ferry is back. A whole harbour has come to look at it. Nobody wants to sail on it, though."
    let review = try Extractor(profiles: []).extract(try page(lead)).review
    #expect(review.lead == lead)
    #expect(!review.bodyText.contains(lead))
  }

  @Test("Several sentences beside the text are its first paragraph")
  func besideText() throws {
    let lead = "The ferry is back. A whole harbour has come to look at it. Nobody wants to sail on it, though."
    let review = try Extractor(profiles: []).extract(try page(lead, isWithHeadline: false)).review
    #expect(review.lead == nil)
    #expect(review.body.first == .paragraph(text: lead))
  }

  @Test("What a profile calls the lead is the lead, also where it reads like text")
  func profile() throws {
    let lead = "The ferry is back. A whole harbour has come to look at it. Nobody wants to sail on it, though."
    let profile = try SiteProfile.read(
      yaml: "hosts: [example.org]\nfields: { lead: .standfirst }", path: "a.yaml")
    let review = try Extractor(profiles: [profile]).extract(try page(lead, isWithHeadline: false)).review
    #expect(review.lead == lead)
    #expect(!review.bodyText.contains(lead))
  }

  private func page(_ lead: String, isWithHeadline: Bool = true) throws -> Page {
    let standfirst = #"<p class="standfirst">\#(lead)</p>"#
    let address = try #require(PageAddress("https://example.org/a"))
    let html = """
      <html><head><title>The ferry is back</title></head><body><article><header><h1>The ferry is back</h1>
      \(isWithHeadline ? standfirst : "")</header>\(isWithHeadline ? "" : standfirst)<div class="entry-content">
      <p>It came in at seven, with the tide, and was moored where the old one had been, before the fire.</p>
      <p>There was a band, and there was a speech, and then there was rain, which ended both, as it tends to do.</p>
      <p>Whether it will sail in winter, nobody can say, since nobody has asked, and the captain does not talk.</p>
      </div></article></body></html>
      """
    return Page(
      requested: address, final: address, body: Array(html.utf8), received: Timestamp(secondsSince1970: 1_767_225_600))
  }
}
