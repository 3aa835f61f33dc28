internal import StetModel

/// What is round every page of the room: head, search, the way to the page, foot.
struct PageFrame {
  /// A step of the way that leads to the page.
  struct Step {
    let name: String
    /// nil: the page itself.
    let address: RoomAddress?
  }

  let links: RoomLinks
  /// What the browser's tab says.
  let title: String
  /// The page itself, with its one `h1`.
  let main: Markup
  /// What the search box has in it.
  var query = ""
  /// The way to the page, from below the front page to the page itself; none on the front page.
  var trail: [Step] = []
  /// The name of the host's folder whose changes the page offers as a feed; nil: those of all.
  var feedHost: String?
  /// A word for the style: how `main` is set. `reading` has a column of apparatus beside the text, `wide` takes the whole
  /// screen, `page` is neither.
  var setting = "page"

  var html: Markup {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    \(policy)
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>\(title)</title>
    <link rel="icon" href="\(links(.icon))" type="image/svg+xml">
    <link rel="stylesheet" href="\(links(.stylesheet))">
    \(feed)
    <script src="\(links(.script))" defer></script>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the content</a>
    <header class="room">
    <a class="mark" href="\(links(.front))" aria-label="stet, all sites"><span>stet</span></a>
    <form class="search" role="search" action="\(links(.search))" method="get">
    <label class="hidden" for="q">Search the archive</label>
    <input type="search" id="q" name="q" value="\(query)" placeholder="Search the archive">
    <button>Search</button>
    </form>
    </header>
    \(way)
    <main id="main" class="\(setting)" tabindex="-1">
    \(main)
    </main>
    <footer class="room">
    <p>A reading room for pages as they stood: texts are kept as their sites published them, and what changed is shown.
    They belong to their authors.</p>
    <p class="small">\(feedLink)<span>stet \(StetVersion.text)</span></p>
    </footer>
    </body>
    </html>

    """
  }

  private var feed: Markup {
    "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Changes\" href=\"\(links(.feed(host: feedHost)))\">"
  }

  private var feedLink: Markup { "<a href=\"\(links(.feed(host: feedHost)))\">Changes as a feed</a> " }

  /// A file has no header fields: there the policy stands in the page.
  private var policy: Markup? {
    links.isSite ? "<meta http-equiv=\"Content-Security-Policy\" content=\"\(SecurityHeaders.sitePolicy)\">" : nil
  }

  private var way: Markup? {
    if trail.isEmpty { return nil }
    let steps = trail.map { step -> Markup in
      guard let address = step.address else {
        return "<li><span aria-current=\"page\" dir=\"auto\">\(step.name)</span></li>"
      }
      return "<li><a href=\"\(links(address))\" dir=\"auto\">\(step.name)</a></li>"
    }
    return """
      <nav class="trail" aria-label="Where this is"><ol>
      <li><a href="\(links(.front))">All sites</a></li>
      \(steps)
      </ol></nav>
      """
  }
}
