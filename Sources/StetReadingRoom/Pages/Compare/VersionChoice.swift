internal import StetModel

/// A form that chooses two versions to compare.
struct VersionChoice {
  let history: PageHistory
  /// What is chosen already; nil: the two latest.
  let old: Int?
  let new: Int?
  var isInterwoven = false

  /// nil where there is nothing to choose, and on pages that are files: no server leads on from a form there.
  func markup(_ links: RoomLinks) -> Markup? {
    let versions = history.versions.filter { $0.trouble == nil }
    guard versions.count > 1, !links.isSite else { return nil }
    let (old, new) = (old ?? versions[versions.count - 2].version, new ?? versions[versions.count - 1].version)
    let layout: Markup? = isInterwoven ? "<input type=\"hidden\" name=\"layout\" value=\"inline\">\n" : nil
    return """
      <form class="choose" action="\(links(.choice(history.name)))" method="get">
      <label>Compare \(select("old", versions, old))</label>
      <label>with \(select("new", versions, new))</label>
      \(layout)<button>Compare</button>
      </form>
      """
  }

  private func select(_ name: Markup, _ versions: [VersionNote], _ chosen: Int) -> Markup {
    let options = versions.reversed().map { note -> Markup in
      let mark: Markup? = note.version == chosen ? " selected" : nil
      return
        "<option value=\"\(note.version)\"\(mark)>\(note.version) · \(String(note.captured.description.prefix(10)))</option>"
    }
    return "<select name=\"\(name)\">\n\(options)\n</select>"
  }
}
