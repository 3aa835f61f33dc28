internal import StetArchive
internal import StetModel
internal import StetRender

/// A version of a page, set for reading.
struct VersionPage {
  let page: ArchivedPage
  let snapshot: SealedSnapshot

  func html(_ links: RoomLinks) -> Markup {
    let text = snapshot.snapshot.review.map { Markup(trusted: HTMLRendering.article($0)) } ?? "<p>The page is gone.</p>"
    return PageFrame(links: links, title: snapshot.snapshot.review?.title ?? page.key.description, main: text).html
  }
}
