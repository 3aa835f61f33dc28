internal import StetArchive
internal import StetModel

/// One version in which something was found.
struct SearchFind {
  let hit: SearchHit

  func html(_ links: RoomLinks) -> Markup {
    let title: Markup = hit.marks[.title].map { .marked($0) } ?? "\(LinkText.of(hit.title, else: hit.page.description))"
    let link: Markup =
      if let page = PageName(folder: hit.folder) {
        "<a href=\"\(links(hit.isCurrent ? .page(page) : .version(page, hit.version)))\" dir=\"auto\">\(title)</a>"
      } else {
        title
      }
    let version: Markup? = hit.isCurrent ? nil : "<span>version \(hit.version)</span>"
    let authors: Markup? =
      hit.marks[.author] == nil ? hit.authors.map { "<span dir=\"auto\">\($0)</span>" } : nil
    let body: Markup? = hit.marks[.body].map { "<p class=\"around\" dir=\"auto\">\(.marked($0))</p>" }
    let fields = [(SearchField.author, "author"), (.item, "reviewed"), (.tag, "tags")].compactMap { field, name in
      hit.marks[field].map { text -> Markup in
        "<p class=\"around\"><span class=\"faint\">\(name):</span> <bdi>\(.marked(text))</bdi></p>"
      }
    }
    return """
      <li><h2>\(link)</h2>
      <p class="facts"><span class="address">\(hit.page.description)</span> \(version) \(date) \(authors)</p>
      \(body)
      \(fields)</li>
      """
  }

  /// As the page gives it, else when it was captured.
  private var date: Markup {
    if let published = hit.published { return .date(published) }
    return .day(of: hit.captured)
  }
}
