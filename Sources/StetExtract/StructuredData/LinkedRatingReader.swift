internal import StetModel

/// Rating and reviewed thing of a review in a graph.
struct LinkedRatingReader {
  private let graph: LinkedGraph

  init(_ graph: LinkedGraph) { self.graph = graph }

  // MARK: Rating

  /// The reviewer's rating. An AggregateRating never is.
  func rating(of index: Int) -> Rating? {
    for value in graph.values(index, .reviewRating) {
      if case .item(let thing) = value {
        if graph.items[thing].isA("AggregateRating") { continue }
        // Ratings of single aspects ("gameplay") are not the whole.
        if !graph.values(thing, .reviewAspect).isEmpty { continue }
        if let rating = rating(in: thing) { return rating }
      } else if let rating = graph.text(of: value).flatMap({ rating(written: $0, best: nil, worst: nil) }) {
        return rating
      }
    }
    // Microformats, and microdata that puts the numbers on the review itself.
    return graph.values(index, .ratingValue).isEmpty ? nil : rating(in: index)
  }

  private func rating(in thing: Int) -> Rating? {
    guard let written = graph.text(thing, .ratingValue) ?? graph.text(thing, .name) else { return nil }
    return rating(
      written: written, best: graph.text(thing, .bestRating).flatMap(number),
      worst: graph.text(thing, .worstRating).flatMap(number))
  }

  private func rating(written: String, best: Double?, worst: Double?) -> Rating? {
    if let value = number(written) {
      // Plugins write 0 of 5 for "not rated yet", and 4.5 of 1 when their settings are wrong.
      guard value > 0 || (worst.map { $0 <= value && $0 < 0 } ?? false) else { return nil }
      if let best, value > best { return Rating(value: .number(value), text: written) }
      let text = best.map { "\(written)/\(RatingReader.spelled($0))" } ?? written
      return Rating(value: .number(value), best: best, worst: worst, text: text)
    }
    guard var rating = RatingReader.read(written, context: .labelled) else { return nil }
    rating.best = rating.best ?? best
    rating.worst = rating.worst ?? worst
    return rating
  }

  private func number(_ written: String) -> Double? {
    guard written.utf8.count <= 12 else { return nil }
    guard let value = Double(written.replacing(",", with: ".")), value.isFinite else { return nil }
    return value
  }

  // MARK: Item

  /// What is reviewed: `itemReviewed`, or the thing that contains the review.
  func item(of index: Int) -> ReviewItem? {
    for value in graph.values(index, .itemReviewed) {
      switch value {
      case .item(let thing):
        if let item = item(at: thing) { return item }
      default:
        if let name = graph.text(of: value) { return ReviewItem(name: name, url: itemAddress(value)) }
      }
    }
    if graph.items[index].role == .review, let parent = graph.items[index].parent,
      LinkedType.best(of: graph.items[parent].types) == nil
    {
      return item(at: parent)
    }
    return nil
  }

  private func itemAddress(_ value: LinkedValue) -> String? {
    if case .node = value { return graph.url(of: value) }
    return nil
  }

  private func item(at thing: Int) -> ReviewItem? {
    guard let name = graph.text(of: .item(thing)) else { return nil }
    let type = graph.items[thing].types.first { $0 != "Thing" && $0 != "CreativeWork" && !$0.isEmpty }
    var creators: [String] = []
    for property in [LinkedName.director, .author, .creator, .byArtist] {
      for value in graph.values(thing, property).prefix(16) {
        if let name = graph.text(of: value), !creators.contains(name) { creators.append(name) }
      }
    }
    return ReviewItem(
      type: type, name: name, creators: creators, year: year(thing),
      url: graph.url(thing, .url) ?? graph.url(thing, .sameAs))
  }

  private func year(_ thing: Int) -> Int? {
    for property in [LinkedName.datePublished, .releaseDate, .dateCreated, .copyrightYear] {
      guard let text = graph.text(thing, property) else { continue }
      let digits = text.utf8.prefix(4)
      guard digits.count == 4, digits.allSatisfy(ASCII.isDigit), let year = Int(text.prefix(4)) else { continue }
      if text.utf8.dropFirst(4).first.map(ASCII.isDigit) != true, year > 0 { return year }
    }
    return nil
  }
}
