internal import StetArchive
internal import StetModel

/// The pages of a host.
struct HostPage {
  let site: SiteSummary
  let health: SiteHealth
  let calendar: CaptureCalendar
  /// Those of the part that is shown.
  let pages: [SitePage]
  let order: SitePage.Order
  /// Whether only pages are shown that were not seen at their last visit.
  let isFailing: Bool
  let part: Int
  /// How many pages a part has; nil: all in one.
  let size: Int?
  /// What all of its pages tell together; nil where that stands on another part.
  var charts: SiteCharts?

  private static let columns: [(order: SitePage.Order?, name: String)] = [
    (.address, "Page"), (.versions, "Versions"), (.changed, "Last change"), (nil, "Last visit"), (nil, "State"),
  ]

  func html(_ links: RoomLinks) -> Markup {
    PageFrame(
      links: links, title: site.host, main: main(links), trail: [PageFrame.Step(name: site.host, address: nil)],
      feedHost: site.host
    ).html
  }

  private var address: RoomAddress { .host(site.host) }

  private func main(_ links: RoomLinks) -> Markup {
    let gone: Markup? = site.gone > 0 ? ", \(site.gone) of them gone" : nil
    return """
      <h1>\(site.host)</h1>
      <p class="totals">\(.count(site.pages, "page", "pages"))\(gone), \(.count(site.versions, "version", "versions")), \
      \(.count(site.visits, "visit", "visits")). \
      <a href="\(links(.feed(host: site.host)))">Changes as a feed</a></p>
      \(troubles(links))
      \(calendar.html)
      \(table(links))
      \(pager(links))
      \(charts?.markup)
      """
  }

  private func troubles(_ links: RoomLinks) -> Markup? {
    guard let since = health.since else { return nil }
    let failing: Markup? =
      if health.failing > 0 {
        links.isSite || isFailing
          ? "<p>\(.count(health.failing, "page was", "pages were")) not there at the last visit.</p>"
          : """
          <p>\(.count(health.failing, "page was", "pages were")) not there at the last visit: \
          <a href="\(links(address, query: [("failing", "1")]))">show only those</a>.</p>
          """
      } else {
        nil
      }
    let rows = health.troubles.prefix(20).map { trouble -> Markup in
      "<li>\(trouble.subject), since \(.day(of: trouble.since)): \(trouble.message)</li>"
    }
    let list: Markup? = rows.isEmpty ? nil : "<ul>\n\(Array(rows))\n</ul>"
    return """
      <section class="notice troubles" aria-label="Trouble"><p><strong>Failing since \(.day(of: since)).</strong></p>
      \(failing)\(list)</section>
      """
  }

  private func table(_ links: RoomLinks) -> Markup {
    let heads = Self.columns.map { column -> Markup in
      let kind = column.order == .versions ? "number" : "text"
      guard let order = column.order, !links.isSite else {
        return "<th scope=\"col\" class=\"\(kind)\">\(column.name)</th>"
      }
      guard order != self.order else {
        let direction = order == .address ? "ascending" : "descending"
        return "<th scope=\"col\" class=\"\(kind)\" aria-sort=\"\(direction)\">\(column.name)</th>"
      }
      return """
        <th scope="col" class="\(kind)"><a href="\(links(address, query: query(order, isFailing)))">\(column.name)</a></th>
        """
    }
    let whole: Markup? =
      isFailing ? "<p>Only pages that fail. <a href=\"\(links(address))\">Show all</a>.</p>" : nil
    return """
      \(whole)
      <div class="scroll" tabindex="0" role="region" aria-label="Pages">
      <table class="data pages">
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(pages.map { row($0, links) })
      </tbody>
      </table>
      </div>
      """
  }

  private func row(_ page: SitePage, _ links: RoomLinks) -> Markup {
    let key = page.summary.key.description
    let title = LinkText.of(page.summary.latest?.title, else: key)
    let name: Markup =
      if let name = PageName(folder: page.summary.folder), page.summary.latest != nil {
        "<a href=\"\(links(.page(name)))\" dir=\"auto\">\(title)</a>"
      } else {
        "<span dir=\"auto\">\(title)</span>"
      }
    return """
      <tr><th scope="row">\(name)<br><span class="address">\(key)</span></th><td class="number">\(page.summary.versions)</td>\
      <td>\(page.lastChange.map { Markup.day(of: $0) })</td><td>\(page.lastVisit.map { Markup.day(of: $0) })</td>\
      <td>\(state(page))</td></tr>
      """
  }

  private func state(_ page: SitePage) -> Markup {
    if page.isBroken { return "<span class=\"health failing\">cannot be read</span>" }
    if page.summary.latest?.cause == .gone { return "<span class=\"health gone\">gone</span>" }
    guard let since = page.failingSince else { return "<span class=\"health well\">well</span>" }
    let what = page.outcome == .quarantined ? "set aside" : "absent"
    return "<span class=\"health failing\">\(what) since \(.day(of: since))</span>"
  }

  private func query(_ order: SitePage.Order, _ isFailing: Bool) -> [(name: String, value: String)] {
    (order == .address ? [] : [(name: "sort", value: order.rawValue)])
      + (isFailing ? [(name: "failing", value: "1")] : [])
  }

  private func pager(_ links: RoomLinks) -> Markup? {
    guard let size else { return nil }
    return Pager(
      links: links, address: address, query: query(order, isFailing), part: part,
      parts: Pager.parts(isFailing ? site.failing : site.pages, of: size)
    ).html
  }
}
