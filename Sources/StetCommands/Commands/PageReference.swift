internal import StetArchive

/// A page of an archive and the version of it that is meant, as named on a command line: `PAGE` or `PAGE@VERSION`.
struct PageReference {
  let page: ArchivedPage
  let version: Int

  /// Looks a reference up. The whole text as a page wins, so that an address with `@` in it can be named.
  /// - Throws: `ArchiveError`.
  init(_ text: String, in archive: Archive) throws(ArchiveError) {
    let (page, word) = try Self.page(text, in: archive)
    self.page = page
    version = try archive.resolve(word, of: page)
  }

  /// The page, and the word behind the last `@`; `latest` when there is none.
  static func page(_ text: String, in archive: Archive) throws(ArchiveError) -> (ArchivedPage, String) {
    let (page, word) = try Self.page(text, in: archive, default: nil)
    return (page, word ?? "latest")
  }

  /// The page, and the word behind the last `@`, if any.
  static func page(
    _ text: String, in archive: Archive, default word: String?
  ) throws(ArchiveError) -> (ArchivedPage, String?) {
    do throws(ArchiveError) {
      return (try archive.find(text), word)
    } catch  where error.code == .unknownPage {
      guard let mark = text.lastIndex(of: "@"), mark > text.startIndex else { throw error }
      return (try archive.find(String(text[..<mark])), String(text[text.index(after: mark)...]))
    }
  }
}
