internal import StetArchive
internal import StetFetch
internal import StetModel

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
      return (try find(text, in: archive), word)
    } catch  where error.code == .unknownPage {
      guard let mark = text.lastIndex(of: "@"), mark > text.startIndex else { throw error }
      return (try find(String(text[..<mark]), in: archive), String(text[text.index(after: mark)...]))
    }
  }

  /// The page that a text names; an international host is in the archive in ASCII.
  private static func find(_ text: String, in archive: Archive) throws(ArchiveError) -> ArchivedPage {
    do throws(ArchiveError) {
      return try archive.find(text)
    } catch  where error.code == .unknownPage {
      guard let spelling = inASCII(text) else { throw error }
      let unknown = error
      do throws(ArchiveError) {
        return try archive.find(spelling)
      } catch {
        // The name that was typed is the one to complain of; of several such pages, or of a fault, it is told.
        throw error.code == .unknownPage ? unknown : error
      }
    }
  }

  /// A text that begins with an international host, with the host in ASCII; nil for all others.
  private static func inASCII(_ text: String) -> String? {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    let scheme = PageAddress(text) == nil ? "http://" : ""
    guard let address = PageAddress(scheme + text) else { return nil }
    let settled = AddressParser.settled(address)
    guard settled.host != address.host else { return nil }
    let spelling = String(settled.description.dropFirst(scheme.count))
    return address.path == "/" && !text.hasSuffix("/") ? String(spelling.dropLast()) : spelling
  }
}
