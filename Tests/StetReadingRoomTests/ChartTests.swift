import StetModel
import Testing

@testable import StetReadingRoom

@Suite("Charts")
struct ChartTests {
  private func point(_ day: Int, _ value: Double) -> StepChart.Point {
    StepChart.Point(at: Timestamp(secondsSince1970: Int64(day) * 86_400), value: value, label: "\(value)")
  }

  @Test("A quantity holds until it changes: the line goes along first, then up or down")
  func steps() throws {
    let chart = StepChart(
      title: "Rating", unit: "Rating", points: [point(0, 1), point(5, 0.5), point(10, 0)], floor: 0, ceiling: 1)
    let html = try #require(chart.markup).html
    #expect(html.contains("<path class=\"line\" d=\"M4 12H150V43H296V74\"/>"))
    #expect(html.ranges(of: "<circle").count == 3)
    #expect(html.ranges(of: "<tr><td>").count == 3)
  }

  @Test("One point is no course: nothing is drawn")
  func single() {
    #expect(StepChart(title: "Rating", unit: "Rating", points: [point(0, 1)], floor: 0, ceiling: 1).markup == nil)
  }

  @Test("Values beyond the scale stay on the drawing, and the numbers tell what they are")
  func bounds() throws {
    let chart = StepChart(title: "Rating", unit: "R", points: [point(0, 7), point(1, -3)], floor: 0, ceiling: 1)
    let html = try #require(chart.markup).html
    #expect(html.contains("M4 12H296V74"))
    #expect(html.contains("<td>7.0</td>"))
  }

  @Test("Changes are counted by how long after publication they were seen")
  func delays() throws {
    var delays = EditDelays()
    for seconds: Int64 in [-5, 3_600, 3_601, 86_400, 400 * 86_400] { delays.add(seconds: seconds) }
    #expect(delays.counts == [2, 1, 1, 0, 0, 0, 0, 0, 1])
    let html = try #require(delays.markup).html
    #expect(html.contains("<th scope=\"row\">within 1 hour</th><td>2</td>"))
    #expect(html.contains("<th scope=\"row\">later</th><td>1</td>"))
  }

  @Test("Tags stand by how many pages bear them, over years without a gap")
  func tags() throws {
    var tags = TagYears()
    tags.add(["war", "drama", "war"], year: 2021)
    tags.add(["drama"], year: 2024)
    tags.add([], year: 1999)
    #expect(tags.shownYears == [2021, 2022, 2023, 2024])
    #expect(tags.rows.map(\.tag) == ["drama", "war"])
    #expect(tags.rows.map(\.counts) == [[1, 0, 0, 1], [1, 0, 0, 0]])
    let html = try #require(tags.markup).html
    #expect(html.ranges(of: "<circle").count == 3)
    #expect(html.contains("<th scope=\"row\" dir=\"auto\">drama</th><td>1</td>"))
  }

  @Test("What is kept of tags draws the same")
  func shownTags() {
    var tags = TagYears()
    for tag in 0..<40 { for page in 0...tag { tags.add(["tag \(tag)"], year: 2000 + page % 3) } }
    let kept = tags.shownAlone()
    #expect(kept != tags)
    #expect(kept.markup?.html == tags.markup?.html)
    #expect(kept.markup != nil)
  }

  @Test("Ratings of all kinds stand on one scale; what has no scale on none")
  func ratings() {
    func share(_ value: Rating.Value, _ best: Double? = nil) -> Double? {
      RatingScale.share(of: Rating(value: value, best: best, text: ""))
    }
    #expect(share(.number(4), 5) == 0.8)
    #expect(share(.number(11), 10) == 1)
    #expect(share(.number(4)) == nil)
    #expect(share(.number(.nan), 5) == nil)
    #expect(share(.grade("A+")) == 1)
    #expect(share(.grade("F")) == 0)
    #expect(share(.grade("b")) == 0.75)
    #expect((share(.grade("B+")) ?? 0) > 0.75)
    #expect((share(.grade("B−")) ?? 1) < 0.75)
    #expect(share(.grade("")) == nil)
    #expect(share(.grade("Pass")) == nil)
  }
}
