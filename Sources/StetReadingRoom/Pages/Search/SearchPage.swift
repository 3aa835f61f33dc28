internal import StetArchive
internal import StetModel

/// The search: its form, and what was found.
struct SearchPage {
  let form: SearchForm
  let outcome: Shelf.SearchOutcome

  func html(_ links: RoomLinks) -> Markup {
    let title = form.words.isEmpty ? "Search" : "\(form.words) – search"
    let main: Markup = """
      <h1>Search</h1>
      \(fields(links))
      <div id="results">
      \(results(links))
      </div>
      """
    return PageFrame(
      links: links, title: title, main: main, query: form.words,
      trail: [PageFrame.Step(name: "Search", address: nil)]
    ).html
  }

  /// What was found alone.
  func results(_ links: RoomLinks) -> Markup {
    switch outcome {
    case .none: Self.help
    case .mistaken(let why): "<p class=\"notice\" role=\"status\">\(why)</p>"
    case .found(let result):
      if result.hits.isEmpty {
        "<p role=\"status\">\(form.part > 1 ? "No more was found." : "Nothing was found.")</p>"
      } else {
        """
        <p role="status">\(summary(result))</p>
        <ol class="finds" start="\((form.part - 1) * SearchForm.size + 1)">
        \(result.hits.map { SearchFind(hit: $0).html(links) })
        </ol>
        \(pager(result, links))
        """
      }
    }
  }

  private static let help: Markup = """
    <p class="faint">All words have to be found; case and accents do not matter. <code>"quoted words"</code> have to follow \
    on each other, <code>harb*</code> finds what begins so, <code>-word</code> leaves out what has it.</p>
    """

  private func fields(_ links: RoomLinks) -> Markup {
    let places = SearchField.allCases.map { field -> Markup in
      "<option value=\"\(field.rawValue)\"\(field == form.field ? " selected" : "")>\(Self.name(field))</option>"
    }
    return """
      <form class="finder" role="search" method="get" action="\(links(.search))" data-live="results" aria-label="In all texts">
      <label class="words">Words <input type="search" name="q" value="\(form.words)" autocomplete="off"></label>
      <label>Where <select name="in"><option value="">anywhere</option>\(places)</select></label>
      <label>Host <input type="text" name="host" value="\(form.host)" autocomplete="off" autocapitalize="off" \
      spellcheck="false"></label>
      <label>From <input type="date" name="after" value="\(form.after)"></label>
      <label>Before <input type="date" name="before" value="\(form.before)"></label>
      <label class="check"><input type="checkbox" name="all" value="1"\(form.isOfAllVersions ? " checked" : "")> \
      all versions</label>
      <button>Search</button>
      </form>
      """
  }

  private static func name(_ field: SearchField) -> String {
    switch field {
    case .title: "title"
    case .author: "author"
    case .item: "what is reviewed"
    case .tag: "tags"
    case .body: "text"
    }
  }

  private func summary(_ result: SearchResult) -> Markup {
    let first = (form.part - 1) * SearchForm.size + 1
    let last = first + result.hits.count - 1
    let more: Markup? = result.isMinimum ? "More than " : nil
    let shown: Markup? = last > result.hits.count || last < result.total ? ", \(first) to \(last) shown" : nil
    return "\(more)\(.count(result.total, "result", "results"))\(shown)"
  }

  private func pager(_ result: SearchResult, _ links: RoomLinks) -> Markup? {
    Pager(
      links: links, address: .search, query: form.parameters, part: form.part,
      parts: min(SearchForm.maximumPart, Pager.parts(result.total, of: SearchForm.size))
    ).html
  }
}
