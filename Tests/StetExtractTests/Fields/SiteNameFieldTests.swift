import StetModel
import Testing

@testable import StetExtract

/// What is the name of a site, and what only stands where names stand.
@Suite struct SiteNameFieldTests {
  private func siteName(_ logo: String) throws -> String? {
    try ShortPage.review("<div class=\"site-logo\">\(logo)</div>").siteName
  }

  @Test(
    "A picture's name is not the site's, the name in it is",
    arguments: ["Logo: Tidewater", "Tidewater logo", "Logo of Tidewater"])
  func pictures(alt: String) throws {
    #expect(try siteName("<img src=\"/l.png\" alt=\"\(alt)\">") == "Tidewater")
  }

  @Test(
    "What a click does is no name",
    arguments: ["Logo", "Menu", "Startseite", "Link to the start page", "Zurück zur Übersicht"])
  func clicks(words: String) throws {
    #expect(try siteName("<a href=\"/x\">\(words)</a>") == nil)
  }

  @Test("Who keeps a site alone gives it no name")
  func keeper() throws {
    let data = #"{"@type":"BlogPosting","headline":"A quiet film","publisher":{"@type":"Person","name":"Ada Example"}}"#
    let review = try ShortPage.review(#"<script type="application/ld+json">\#(data)</script>"#)
    #expect(review.siteName != "Ada Example")
  }
}
