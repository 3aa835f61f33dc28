/// The search of a room that is a folder of files: it runs in the browser, over data in scripts beside it.
struct SiteSearchPage {
  /// How many scripts hold the data.
  let parts: Int

  /// The script that searches, beside the page.
  static let script = "search.js"
  /// One of the scripts that hold the data, counted from 1.
  static func data(_ part: Int) -> String { "pages-\(part).js" }

  func html(_ links: RoomLinks) -> Markup {
    let data = (0..<parts).map { part -> Markup in "<script src=\"\(Self.data(part + 1))\" defer></script>" }
    return PageFrame(
      links: links, title: "Search",
      main: """
        <h1>Search</h1>
        <noscript><p class="notice">This folder of pages has no server that could search: the search runs in your browser, and \
        needs JavaScript for it. Without it, <a href="\(links(.front))">all sites</a> list all of their pages.</p></noscript>
        <form class="finder" role="search" hidden>
        <label class="words">Words <input type="search" name="q" autocomplete="off"></label>
        <button>Search</button>
        </form>
        <p class="faint small">Titles, addresses, authors, tags and what is reviewed are looked through, not the texts: those \
        <code>stet search</code> and <code>stet serve</code> know.</p>
        <div id="results" role="status"></div>
        \(data)
        <script src="\(Self.script)" defer></script>
        """, trail: [.init(name: "Search", address: nil)]
    ).html
  }
}
