/// What is round every page of the room: head, navigation, foot.
struct PageFrame {
  let links: RoomLinks
  /// What the browser's tab says.
  let title: String
  /// The page itself, below the navigation.
  let main: Markup
  /// What the search box has in it.
  var query = ""

  var html: Markup {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    \(policy)
    <meta name="color-scheme" content="light dark">
    <title>\(title)</title>
    <link rel="stylesheet" href="\(links(.stylesheet))">
    <link rel="alternate" type="application/atom+xml" title="Changes" href="\(links(.feed(host: nil)))">
    <script src="\(links(.script))" defer></script>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the content</a>
    <header class="room">
    <a class="name" href="\(links(.front))">stet</a>
    <form role="search" action="\(links(.search))" method="get">
    <label><span class="hidden">Search</span><input type="search" name="q" value="\(query)"></label>
    <button>Search</button>
    </form>
    </header>
    <main id="main">
    \(main)
    </main>
    </body>
    </html>

    """
  }

  /// A file has no header fields: there the policy stands in the page.
  private var policy: Markup? {
    links.isSite ? "<meta http-equiv=\"Content-Security-Policy\" content=\"\(SecurityHeaders.policy)\">" : nil
  }
}
