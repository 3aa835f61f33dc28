internal import StetModel

extension Archive {
  /// How many page folders there are, of one host or of all; nothing in them is read.
  public func pageCount(host: String? = nil) throws(ArchiveError) -> Int {
    var count = 0
    for folder in try hostFolders(host) { count += try pageFolderNames(in: folder).count }
    return count
  }

  /// Goes through all pages in the order of their folders, by host and then by name, holding no more than the names of one
  /// host's pages. Unlike `pages()` a page that cannot be read is an error.
  ///
  /// - Parameters:
  ///   - host: pages of this host only, whatever the port and the scheme.
  ///   - body: returns whether to go on.
  public func walk<Failure: Error>(
    host: String? = nil, failure: (ArchiveError) -> Failure, _ body: (ArchivedPage) throws(Failure) -> Bool
  ) throws(Failure) {
    let hosts: [String]
    do throws(ArchiveError) { hosts = try hostFolders(host) } catch { throw failure(error) }
    for folder in hosts {
      let names: [String]
      do throws(ArchiveError) { names = try pageFolderNames(in: folder) } catch { throw failure(error) }
      for name in names {
        let found: ArchivedPage?
        do throws(ArchiveError) {
          found = try PageIdentity.read(layout, folder: "\(folder)/\(name)")
        } catch { throw failure(error) }
        guard let page = found else { continue }
        if let host, PageAddress(page.key.description)?.host != host { continue }
        guard try body(page) else { return }
      }
    }
  }

  private func pageFolderNames(in path: String) throws(ArchiveError) -> [String] {
    try folderNames(in: path).filter(FolderName.isPageFolder)
  }

  /// The folders of a host, one for each port, or of all hosts.
  private func hostFolders(_ host: String?) throws(ArchiveError) -> [String] {
    let names = try folderNames(in: ArchiveLayout.pages)
    guard let host else { return names.map { "\(ArchiveLayout.pages)/\($0)" } }
    guard let address = PageAddress("http://\(host)/") else { return [] }
    let name = FolderName(PageKey(address)).host
    return names.filter { $0 == name || $0.hasPrefix("\(name)_") }.map { "\(ArchiveLayout.pages)/\($0)" }
  }
}
