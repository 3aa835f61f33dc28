internal import StetArchive
internal import StetDiff
internal import StetKit
internal import StetModel

/// Two versions of a page, and what differs between them.
struct ComparePage {
  let history: PageHistory
  let old: SealedSnapshot
  let new: SealedSnapshot
  /// What differs; nil where the text of a side was taken out.
  let comparison: (diff: SnapshotDiff, basis: FairComparison.Basis)?
  /// Whether removed and added words stand in one text, or the versions beside each other.
  let isInterwoven: Bool

  private var numbers: (old: Int, new: Int) { (old.snapshot.version, new.snapshot.version) }

  func html(_ links: RoomLinks) -> Markup {
    PageFrame(
      links: links, title: "\(history.title) · versions \(numbers.old) and \(numbers.new)", main: main(links),
      trail: [
        .init(name: history.name.host, address: .host(history.name.host)),
        .init(name: history.title, address: .page(history.name)),
        .init(name: "Versions \(numbers.old) and \(numbers.new)", address: nil),
      ], feedHost: history.name.host, setting: isInterwoven ? "page" : "wide"
    ).html
  }

  private func main(_ links: RoomLinks) -> Markup {
    """
    <div class="compare-head">
    <h1><span class="hidden">What changed in </span><bdi>\(history.title)</bdi></h1>
    <div class="sides">
    \(side("From", old, links))
    \(side("to", new, links))
    </div>
    \(VersionChoice(history: history, old: numbers.old, new: numbers.new, isInterwoven: isInterwoven).markup(links))
    <div class="ways">
    \(layouts(links))
    \(neighbours(links))
    </div>
    </div>
    \(fairness)
    \(differences)
    """
  }

  private func side(_ word: Markup, _ sealed: SealedSnapshot, _ links: RoomLinks) -> Markup {
    let version = sealed.snapshot.version
    return """
      <p><span class="faint">\(word)</span> <a href="\(links(.version(history.name, version)))">version \(version)</a> \
      <span class="faint">\(.time(sealed.snapshot.captured))</span></p>
      """
  }

  /// The comparisons before and after this one.
  private func neighbours(_ links: RoomLinks) -> Markup? {
    guard let (from, to) = places else { return nil }
    let versions = history.versions
    var items: [Markup] = []
    func add(_ old: Int, _ new: Int, _ text: Markup) {
      let (old, new) = (versions[old].version, versions[new].version)
      items.append("<li><a href=\"\(links(address(old, new, isInterwoven)))\">\(text): \(old) and \(new)</a></li>")
    }
    if from > 0 { add(from - 1, from, "Earlier") }
    if to + 1 < versions.count { add(to, to + 1, "Later") }
    return items.isEmpty ? nil : "<ul class=\"layouts\">\n\(items)\n</ul>"
  }

  /// Where both sides stand in time, when the old one comes first.
  private var places: (Int, Int)? {
    guard let from = history.place(of: numbers.old), let to = history.place(of: numbers.new), from < to else {
      return nil
    }
    return (from, to)
  }

  private func layouts(_ links: RoomLinks) -> Markup {
    func link(_ text: Markup, _ interwoven: Bool) -> Markup {
      let mark: Markup? = interwoven == isInterwoven ? " aria-current=\"true\"" : nil
      return "<li><a href=\"\(links(address(numbers.old, numbers.new, interwoven)))\"\(mark)>\(text)</a></li>"
    }
    return """
      <ul class="layouts" aria-label="How it is set">
      \([link("Side by side", false), link("In one text", true)])
      </ul>
      """
  }

  private func address(_ old: Int, _ new: Int, _ interwoven: Bool) -> RoomAddress {
    interwoven ? .interwoven(history.name, old: old, new: new) : .compare(history.name, old: old, new: new)
  }

  /// What the reader has to know of what is compared.
  private var fairness: Markup? {
    if new.snapshot.cause == .extractor {
      return """
        <div class="notice"><p>Version \(numbers.new) is the same capture read again by newer rules, or with more known of its \
        site: what differs is how stet read the page, not what its publisher did.</p></div>
        """
    }
    switch comparison?.basis {
    case .reread:
      return """
        <div class="notice"><p>Different rules have read these versions. So both pages were read again by today’s rules, and \
        what differs here is the publisher’s doing.</p></div>
        """
    case .withoutRecurring:
      return """
        <div class="notice"><p>What recurs on other pages of the site was left out of one of these versions. It is left out of \
        both here, so that what differs is the publisher’s doing.</p></div>
        """
    case .storedForLack(let reason):
      return """
        <div class="notice"><p>Different rules have read these versions, and \(reason). So what was stored is compared, and \
        some of what differs may come from the rules.</p></div>
        """
    case .stored, nil: return nil
    }
  }

  private var differences: Markup {
    guard let diff = comparison?.diff else {
      let redacted = [old, new].filter { $0.redaction != nil }.map { "\($0.snapshot.version)" }
      return """
        <div class="notice redacted"><p>The text of version \(redacted.joined(separator: " and ")) was taken out of the archive: \
        there is nothing left to compare.</p></div>
        """
    }
    let fragment = Markup(trusted: HTMLDiff.fragment(diff, layout: isInterwoven ? .inline : .sideBySide))
    return "\(ChangeSteps(count: HTMLDiff.changeCount(diff)).markup)\n\(fragment)"
  }
}
