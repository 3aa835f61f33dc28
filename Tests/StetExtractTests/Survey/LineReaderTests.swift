import StetHTML
import StetModel
import Testing

@testable import StetExtract

@Suite struct LineReaderTests {
  private func survey(_ source: String) throws -> PageSurvey {
    let address = try #require(PageAddress("https://example.org/reviews/the-long-night"))
    return PageSurvey(try HTMLParser.parse(Array(source.utf8)), address: address)
  }

  private func nested(_ depth: Int) -> String { String(repeating: "<div class=byline>word ", count: depth) }

  @Test("A line of a page that is nested deep, but not absurdly so, is whole")
  func deep() throws {
    let survey = try survey(nested(400))
    let line = survey.line(try #require(survey.landmarks.bylines.first))
    #expect(line.split(separator: " ").count == 400)
  }

  @Test("On a page of nothing but nested elements, the lines of all are little to read")
  func absurdlyDeep() throws {
    let survey = try survey(nested(5000))
    #expect(survey.landmarks.bylines.count == 5000)
    let bytes = survey.landmarks.bylines.reduce(0) { $0 + survey.line($1).utf8.count }
    // Whole lines would come to fifty million.
    #expect(bytes < 2_000_000)
  }
}
