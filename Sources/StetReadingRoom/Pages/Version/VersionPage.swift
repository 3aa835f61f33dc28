internal import StetArchive
internal import StetModel

/// A version of a page, set for reading, with its history beside it.
struct VersionPage {
  let history: PageHistory
  let sealed: SealedSnapshot
  /// The WARC file that holds its response, below the archive's root; nil when there is none.
  let warc: String?
  /// Whether this is the page's own place, which shows its latest version and the whole history, or a version's.
  let isPage: Bool

  private var snapshot: Snapshot { sealed.snapshot }

  func html(_ links: RoomLinks) -> Markup {
    let title = LinkText.of(snapshot.review?.title, else: history.title)
    var trail = [PageFrame.Step(name: history.name.host, address: .host(history.name.host))]
    if isPage {
      trail.append(.init(name: title, address: nil))
    } else {
      trail += [
        .init(name: history.title, address: .page(history.name)),
        .init(name: "Version \(snapshot.version)", address: nil),
      ]
    }
    return PageFrame(
      links: links, title: isPage ? title : "\(title) · version \(snapshot.version)", main: main(links), trail: trail,
      feedHost: history.name.host, setting: "reading"
    ).html
  }

  private func main(_ links: RoomLinks) -> Markup {
    """
    \(VersionNotice(history: history, sealed: sealed, isPage: isPage).markup(links))
    \(text)
    <aside class="apparatus" aria-label="About this page">
    \(VersionTimeline(history: history, current: snapshot.version, isWhole: isPage).markup(links))
    \(isPage ? PageCharts(history: history).markup : nil)
    \(EvidencePanel(history: history, sealed: sealed, warc: warc).markup(links))
    \(isPage ? VisitList(visits: history.visits).markup : seen)
    \(ProvenanceList(snapshot: snapshot).markup)
    </aside>
    """
  }

  /// The record; of a version without one what the page was called, so that a reader knows where they are.
  private var text: Markup {
    if let review = snapshot.review { return ReviewArticle(review: review, address: snapshot.page.description).markup }
    return "<article class=\"review\"><header><h1 dir=\"auto\">\(history.title)</h1></header></article>"
  }

  /// How often this version was met.
  private var seen: Markup? { VisitList(visits: history.visits.filter { $0.version == snapshot.version }).markup }
}
