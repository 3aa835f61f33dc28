/// A page of a made-up film magazine, as HTML.
public struct ReviewPage {
  /// The headline.
  public var title: String
  /// The text.
  public var paragraphs: [String]
  /// The tags, as shown.
  public var tags: [String]
  /// Markup that is added to the head.
  public var head: String

  /// The text when nothing else is said.
  public static let paragraphs = [
    "On a rock in a northern sea two keepers wait for a boat that is three weeks late, and the camera waits with them. "
      + "Marta Quill has made a film about patience that never asks for ours: every scene ends a breath before we want it to.",
    "The older keeper, played by Ansel Brandt with a beard like wet rope, counts the candles each evening and writes the "
      + "number on the wall. The younger one wipes it off. That is the plot, more or less, and it is enough for an hour.",
    "What the picture gets right is the sound. There is hardly any music; there is wind, the oil pump, a kettle, and the "
      + "slow turning of the lens. By the second reel we know the hour from the noise alone.",
    "The last act brings the boat, and with it a letter that explains too much. I would have cut it. But the final shot, "
      + "a lamp going out in daylight, forgives nearly everything that comes before.",
  ]

  /// A page; what is not named stays as it is.
  public init(
    title: String = "The Long Night of the Lighthouse", paragraphs: [String] = ReviewPage.paragraphs,
    tags: [String] = ["drama", "islands"], head: String = ""
  ) {
    self.title = title
    self.paragraphs = paragraphs
    self.tags = tags
    self.head = head
  }

  /// The page's source.
  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>\(title) | Reel Harbour</title>\(head)</head>
    <body><header><a href="/">Reel Harbour</a></header>
    <main><article><h1>\(title)</h1><p class="byline">By <a rel="author" href="/by/ida">Ida Marsh</a></p>
    <div class="content">\(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))</div>
    <p class="tags">Tags: \(tags.map { "<a rel=\"tag\" href=\"/tag/\($0)\">\($0)</a>" }.joined(separator: ", "))</p>
    </article></main><footer>Reel Harbour, a magazine about films</footer></body></html>
    """
  }
}
