extension Archive {
  /// The page in this folder below the archive's root (`pages/reviews.example/film_a~0123456789`); nil when there is none.
  ///
  /// Only the name of a page's folder is looked up, and no link is followed: no path leads out of the archive.
  public func page(folder: String) throws(ArchiveError) -> ArchivedPage? {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == ArchiveLayout.pages[...], FolderName.isPageFolder(String(parts[2])),
      !parts[1].isEmpty, !parts[1].hasPrefix(".")
    else { return nil }
    try layout.refuseLinks(at: folder)
    return try PageIdentity.read(layout, folder: folder)
  }
}
