internal import StetArchive
internal import StetModel

/// All sites of the archive, and what was captured in the last year.
struct FrontPage {
  struct Site {
    let summary: SiteSummary
    let health: SiteHealth
    /// Of the last half year.
    let days: [DayActivity]
  }

  /// The sites of the part that is shown.
  let sites: [Site]
  let choice: SiteChoice
  /// How many sites the choice lets through, and how many there are.
  let found: Int
  let total: Int
  let pages: Int
  let versions: Int
  let calendar: CaptureCalendar
  /// What runs have trouble with at hosts of which there is no page.
  let strangers: [RunTrouble]

  func html(_ links: RoomLinks) -> Markup {
    PageFrame(links: links, title: "stet", main: total == 0 && strangers.isEmpty ? Self.nothing : main(links)).html
  }

  private static let nothing: Markup = """
    <h1>Sites</h1>
    <p>There is nothing in this archive yet. Store a page with <code>stet archive</code> and its address.</p>
    """

  private func main(_ links: RoomLinks) -> Markup {
    """
    <h1>Sites</h1>
    <p class="totals">\(.count(total, "site", "sites")), \(.count(pages, "page", "pages")), \
    \(.count(versions, "version", "versions"))</p>
    \(calendar.html)
    \(links.isSite ? nil : form(links))
    \(table(links))
    \(pager(links))
    \(others)
    """
  }

  private func form(_ links: RoomLinks) -> Markup {
    let orders = SiteChoice.Order.allCases.map { order -> Markup in
      """
      <option value="\(order.rawValue)"\(order == choice.order ? " selected" : "")>\(order.words)</option>
      """
    }
    return """
      <form class="choose" method="get" action="\(links(.front))">
      <label>Filter <input type="search" name="filter" value="\(choice.filter)"></label>
      <label>Sort by <select name="sort">\(orders)</select></label>
      <button>Show</button>
      </form>
      """
  }

  private func table(_ links: RoomLinks) -> Markup {
    guard !sites.isEmpty else { return "<p>No site has “\(choice.filter)” in its name.</p>" }
    let rows = sites.map { site -> Markup in
      """
      <tr><th scope="row"><a href="\(links(.host(site.summary.host)))">\(site.summary.host)</a></th>\
      <td class="number">\(site.summary.pages)</td><td class="number">\(site.summary.versions)</td>\
      <td class="number">\(site.summary.visits)</td>\
      <td>\(Sparkline(days: site.days, last: calendar.last).html)</td>\
      <td>\(site.summary.lastChange.map { Markup.day(of: $0) })</td>\
      <td>\(HealthMark(health: site.health).html)</td></tr>
      """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Sites">
      <table class="data sites">
      <thead><tr><th scope="col">Site</th><th scope="col" class="number">Pages</th><th scope="col" class="number">Versions</th><th scope="col" class="number">Visits</th>\
      <th scope="col">Captures in half a year</th><th scope="col">Last change</th><th scope="col">Health</th></tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table>
      </div>
      """
  }

  private func pager(_ links: RoomLinks) -> Markup? {
    guard let size = choice.size else { return nil }
    return Pager(
      links: links, address: .front, query: choice.query, part: choice.part, parts: Pager.parts(found, of: size)
    ).html
  }

  private var others: Markup? {
    guard !strangers.isEmpty else { return nil }
    let rows = strangers.prefix(50).map { trouble -> Markup in
      "<li>\(trouble.subject), since \(.day(of: trouble.since)): \(trouble.message)</li>"
    }
    return "<section class=\"troubles\"><h2>Not reached so far</h2><ul>\n\(rows)\n</ul></section>"
  }
}
