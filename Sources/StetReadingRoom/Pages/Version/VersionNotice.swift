internal import StetArchive
internal import StetModel

/// What has to be known before a version is read: that it is not the latest, that its page is gone, or its text.
struct VersionNotice {
  let history: PageHistory
  let sealed: SealedSnapshot
  let isPage: Bool

  private var snapshot: Snapshot { sealed.snapshot }

  func markup(_ links: RoomLinks) -> Markup? {
    var notices: [Markup] = []
    if let redaction = sealed.redaction {
      notices.append(
        """
        <div class="notice redacted"><p>The text of this version was taken out of the archive on \(.time(redaction.at)): \
        <span dir="auto">\(redaction.reason)</span></p><p>That it was here, and when, is still on record.</p></div>
        """)
    } else if snapshot.cause == .gone {
      notices.append(gone(links))
    } else if let tombstone = history.tombstone {
      notices.append(
        """
        <div class="notice gone"><p>This page is gone from its site since \(.time(tombstone.captured)). What it said last is \
        kept here.</p></div>
        """)
    }
    if !isPage, snapshot.cause != .gone, let latest = history.readable, latest.version != snapshot.version {
      notices.append(
        """
        <div class="notice"><p>This is version \(snapshot.version) as it stood on \(.time(snapshot.captured)). \
        <a href="\(links(.page(history.name)))">Read the latest version</a></p></div>
        """)
    }
    if let missing = snapshot.response?.missing {
      notices.append(
        """
        <div class="notice"><p>This version is not whole, as far as is known: \
        \(Markup(trusted: HTMLText.link(missing, HTMLText.escaped(missing)))), named as its next page, is not in it.</p></div>
        """)
    }
    if snapshot.cause == .extractor {
      notices.append(
        """
        <div class="notice"><p>The page did not change: stet read the same capture again by newer rules, and this is how they \
        read it.</p></div>
        """)
    }
    return notices.isEmpty ? nil : "\(notices)"
  }

  private func gone(_ links: RoomLinks) -> Markup {
    let last: Markup? = history.readable.map {
      " <a href=\"\(links(.version(history.name, $0.version)))\">Read what it said last</a>"
    }
    return """
      <div class="notice gone"><p>On \(.time(snapshot.captured)) this page was found to be gone from its site, after \
      several visits.\(last)</p></div>
      """
  }
}
