import StetExtract
import StetModel
import Testing

/// A page of numbered boxes, each with a name and a text.
enum ThreadPage {
  /// Sentences for the texts.
  static let texts = [
    "I am looking for a lamp that can be read by all night, and the small one keeps turning up in the sales, here too.",
    "We had ours for thirty nights last winter, mostly in the hut. The shade is thin, so line it with foil, or paper.",
    "One more thing that nobody tells you: the switch is on the wrong side, so in the dark you will never find it.",
  ]

  /// What is read from a page.
  /// - Parameters:
  ///   - box: the markup of one box, by its number and its text.
  static func review(
    at address: String, title: String = "A lamp for the hut", head: String = "", around: String = "",
    box: (Int, String) -> String
  ) throws -> Review {
    let address = try #require(PageAddress(address))
    let boxes = texts.enumerated().map { box($0.offset, $0.element) }.joined(separator: "\n")
    let html = """
      <html><head><title>\(title) - Hut Talk</title></head><body><div id="wrap">\(head)
      <div id="boxes">\(boxes)</div>\(around)</div></body></html>
      """
    let page = Page(
      requested: address, final: address, status: 200, body: Array(html.utf8),
      received: Timestamp(secondsSince1970: 1_767_225_600))
    return try Extractor(profiles: []).extract(page).review
  }

  static let names = ["kettlebird", "old tom", "MrsOhm"]

  /// A post as forums mark it up.
  static func post(
    _ number: Int, _ text: String, id: String = "post_", date: String? = nil, behind: String = ""
  ) -> String {
    """
    <div id="\(id)\(number + 30)" class="post"><div class="side"><a class="username" href="/members/\(number)">\
    \(names[number])</a><div class="rank">Senior Member</div><div>Joined: Mar \(number + 1), 2009</div></div>
    <div class="main"><div class="day">\(date ?? "May \(number + 12), 2011, 10:0\(number) pm")</div>
    <div class="message">\(text)</div>\(behind)</div></div>
    """
  }
}
