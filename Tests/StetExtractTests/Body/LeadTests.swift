import StetExtract
import StetModel
import Testing

/// Whether a standfirst is a field of its own or the text's first paragraph.
@Suite struct LeadTests {
  @Test(
    "A standfirst that reads like the text is its first paragraph, with the headline or beside the text",
    arguments: [
      "Acme Inc. brings back the ferry that nobody missed, and a whole harbour comes to look at it.",
      "The ferry is back. A whole harbour has come to look at it. Nobody wants to sail on it, though.",
    ], [true, false])
  func readsLikeText(lead: String, isWithHeadline: Bool) throws {
    let review = try Extractor(profiles: []).extract(try page(lead, isWithHeadline: isWithHeadline)).review
    #expect(review.lead == nil)
    #expect(review.body.first == .paragraph(text: lead))
  }

  @Test("A line above the headline that the page calls its standfirst is the lead, and stands in no text")
  func aboveHeadline() throws {
    let lead = "A report from the harbour at Ahlen, by the people who live there"
    let review = try Extractor(profiles: []).extract(try page(lead, isAboveHeadline: true)).review
    #expect(review.lead == lead)
    #expect(!review.bodyText.contains(lead))
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

  private func page(_ lead: String, isWithHeadline: Bool = true, isAboveHeadline: Bool = false) throws -> Page {
    let standfirst = #"<p class="standfirst">\#(lead)</p>"#
    let (above, within, below) =
      isAboveHeadline ? (standfirst, "", "") : isWithHeadline ? ("", standfirst, "") : ("", "", standfirst)
    let address = try #require(PageAddress("https://example.org/a"))
    let html = """
      <html><head><title>The ferry is back</title></head><body><article>\(above)
      <header><h1>The ferry is back</h1>\(within)</header>\(below)<div class="entry-content">
      <p>It came in at seven, with the tide, and was moored where the old one had been, before the fire.</p>
      <p>There was a band, and there was a speech, and then there was rain, which ended both, as it tends to do.</p>
      <p>Whether it will sail in winter, nobody can say, since nobody has asked, and the captain does not talk.</p>
      </div></article></body></html>
      """
    return Page(
      requested: address, final: address, body: Array(html.utf8), received: Timestamp(secondsSince1970: 1_767_225_600))
  }
}
