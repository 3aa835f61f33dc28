internal import StetArchive
internal import StetModel

/// How a site does, in a few words.
struct HealthMark {
  let health: SiteHealth

  var html: Markup {
    guard let since = health.since else { return "<span class=\"health well\">well</span>" }
    let what: Markup =
      if health.failing > 0 {
        .count(health.failing, "page failing", "pages failing")
      } else {
        "failing"
      }
    let why: Markup? = health.troubles.first.map { "<br><span class=\"why\">\($0.message)</span>" }
    return "<span class=\"health failing\">\(what) since \(.day(of: since))</span>\(why)"
  }
}
