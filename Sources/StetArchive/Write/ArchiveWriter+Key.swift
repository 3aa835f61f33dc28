public import StetModel

extension ArchiveWriter {
  /// The key under which a page is kept, while nobody else changes the archive: see `Archive.key(for:canonical:)`.
  public func key(for address: PageAddress, canonical: PageAddress?) throws(ArchiveError) -> PageKey {
    try changing { _ throws(ArchiveError) in try archive.key(for: address, canonical: canonical) }
  }
}
