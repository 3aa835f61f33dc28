internal import StetArchive
internal import StetModel

/// Where a version comes from: the original's address, what the server said, and what can be taken away of it.
struct EvidencePanel {
  let history: PageHistory
  let sealed: SealedSnapshot
  /// The WARC file that holds the response, below the archive's root; nil when there is none.
  let warc: String?

  private var snapshot: Snapshot { sealed.snapshot }

  func markup(_ links: RoomLinks) -> Markup {
    """
    <section aria-labelledby="original-title">
    <h2 id="original-title">The original</h2>
    <p>\(address(snapshot.page.description))</p>
    <dl class="facts-table">
    \(facts)
    </dl>
    </section>
    <section class="downloads" aria-labelledby="take-title">
    <h2 id="take-title">To take away</h2>
    <ul>
    \(downloads(links))
    </ul>
    </section>
    """
  }

  private var facts: [Markup] {
    var facts: [Markup] = ["<div><dt>Captured</dt><dd>\(.time(snapshot.captured))</dd></div>"]
    if let response = snapshot.response {
      if response.finalURL != snapshot.page.description {
        facts.append("<div><dt>Came from</dt><dd>\(address(response.finalURL))</dd></div>")
      }
      facts.append("<div><dt>Status</dt><dd>HTTP \(response.status)</dd></div>")
      for part in response.parts {
        facts.append("<div><dt>And from</dt><dd>\(address(part.finalURL))</dd></div>")
      }
      if let type = response.contentType { facts.append("<div><dt>Type</dt><dd>\(type)</dd></div>") }
    }
    for alias in history.page.aliases.prefix(5) {
      facts.append("<div><dt>Also at</dt><dd>\(address(alias))</dd></div>")
    }
    if history.page.aliases.count > 5 {
      facts.append("<div><dt>Also at</dt><dd>\(history.page.aliases.count - 5) more addresses</dd></div>")
    }
    facts.append("<div><dt>Digest</dt><dd><code>\(sealed.digest.description)</code></dd></div>")
    return facts
  }

  private func downloads(_ links: RoomLinks) -> [Markup] {
    let version = snapshot.version
    var items: [Markup] = [
      "<li><a href=\"\(links(.snapshot(history.name, version)))\" type=\"application/json\">The record, as JSON</a></li>"
    ]
    // A page of somebody else's opened from a folder of files would be a page like the room's own.
    if !links.isSite, let response = snapshot.response, sealed.redaction == nil {
      func add(_ part: Int, _ record: String?, _ text: Markup) {
        guard record != nil else { return }
        let address = links(.response(history.name, version, part: part))
        items.append("<li><a href=\"\(address)\" download>\(text)</a></li>")
      }
      add(1, response.record, "What the server sent")
      for (index, part) in response.parts.enumerated() {
        add(
          index + 2, part.record,
          part.isWhole ? "What it sent as the page with the whole text" : "What it sent as page \(index + 2)")
      }
    }
    if !links.isSite, let warc {
      items.append("<li><a href=\"\(links(.warc(warc)))\" download>The WARC file that holds it</a></li>")
    }
    if let record = snapshot.response?.record {
      items.append("<li class=\"faint\">WARC record <code>\(record)</code></li>")
    }
    return items
  }

  private func address(_ text: String) -> Markup { Markup(trusted: HTMLText.link(text, HTMLText.escaped(text))) }
}
