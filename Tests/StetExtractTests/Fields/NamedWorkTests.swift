import StetExtract
import StetModel
import Testing

@Suite("NamedWork") struct NamedWorkTests {
  @Test("A nickname in quotation marks is not the work that is reviewed")
  func nickname() throws {
    let review = try ShortPage.review(
      """
      <p>We meet ‘Falcon’ in a lorry park at dawn, and for a long while we do not learn his name, or his price.</p>
      <p>But Falcon is only half of it: the other half is a ferry, a forged stamp, and a woman who is not his wife.</p>
      """, title: "Review: The Night Ferry")
    #expect(review.item?.name == "The Night Ferry")
    let other = try ShortPage.review(
      """
      <p>We meet ‘Falcon’ in a lorry park at dawn, and for a long while we do not learn his name. Then Falcon smiles.</p>
      <p>Rating: 4/5</p>
      """, title: "A ferry at night")
    #expect(other.item?.name != "Falcon")
  }

  @Test(
    "A line under the headline quotes the work that the text comes back to",
    arguments: ["“Nightshift Arcadia” is two hours long", "”Nightshift Arcadia” på scenen", "On 〈Nightshift Arcadia〉"])
  func subtitle(line: String) throws {
    let text = "<p>There is a stretch in which Nightshift Arcadia stops, and so does the night, and so do we.</p>"
    func item(_ text: String) throws -> String? {
      try ShortPage.review(
        text + #"<p class="byline">By Bo Sample</p><p>Our rating: 3/5</p>"#, title: "Everybody needs a nap",
        below: "<h2>\(line)</h2>"
      ).item?.name
    }
    #expect(try item(text) == "Nightshift Arcadia")
    #expect(try item("") == nil)
  }

  @Test("What somebody says over a text, and in it, is no work")
  func speech() throws {
    let text =
      #"<p class="byline">By Bo Sample</p><p>She said it twice: I never wanted to sing.</p><p>Our rating: 3/5</p>"#
    #expect(
      try ShortPage.review(text, title: "An evening off", below: "<h2>“I never wanted to sing”</h2>").item == nil)
  }

  @Test("Marks that only works have name the work that a text opens with, or comes back to")
  func marked() throws {
    func item(_ text: String) throws -> String? {
      let byline = #"<p class="byline">By Bo Sample</p>"#
      return try ShortPage.review(
        byline + "<p>\(text)</p>", title: "末班渡轮没有售票员", end: "<p>评分:7.5/10</p>"
      ).item?.name
    }
    let filler = "讲的是长江边一个即将停航的渡口。老船长庄伯要跑完最后三十天，船上只剩他、一个欠了债的轮机工和一只猫，雾很大，灯很暗。"
    #expect(try item("《芦花渡》是第二部长片，\(filler)") == "芦花渡")
    #expect(try item("去年看过《芦花渡》，\(filler)《芦花渡》还是《芦花渡》。") == "芦花渡")
    #expect(try item("去年看过《芦花渡》，\(filler)") == nil)
  }
}
