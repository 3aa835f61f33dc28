public import StetModel

extension Archive {
  /// The name of the folder below `pages` that pages of an address's host and port are in.
  public static func hostFolder(of address: PageAddress) -> String {
    let parts = ArchiveLayout.pageFolder(PageKey(address)).split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : ""
  }
}
