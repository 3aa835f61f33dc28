/// What all pages of a site tell together: when they were edited, and what they are about; nothing where there is too little.
struct SiteCharts: Sendable {
  let delays: EditDelays
  let tags: TagYears

  var markup: Markup? {
    let charts = [delays.markup, tags.markup].compactMap(\.self)
    guard !charts.isEmpty else { return nil }
    return """
      <section class="charts" aria-label="All pages together">
      \(charts)
      </section>
      """
  }
}
