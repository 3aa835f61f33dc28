internal import StetModel
internal import StetYAML

extension Watchlist {
  /// Reads a watchlist.
  /// - Parameters:
  ///   - text: the YAML.
  ///   - path: named in errors; paths in the file are relative to its folder.
  /// - Throws: `WatchlistError` with everything that is wrong.
  public static func read(yaml text: String, path: String) throws(WatchlistError) -> Watchlist {
    var reading = WatchlistYAML(path: path)
    let list: Watchlist
    do throws(YAMLFault) {
      guard let node = try YAMLNode.read(text), !node.isNull else {
        throw YAMLFault("it is empty. Write 'sites:' and below it, say, '- url: https://example.org/'")
      }
      list = reading.watchlist(node)
    } catch {
      throw WatchlistError(path: path, [error])
    }
    guard reading.faults.isEmpty else {
      // In the order of the file, whatever was looked at first.
      let faults = reading.faults.enumerated().sorted {
        ($0.element.line ?? 0, $0.element.column ?? 0, $0.offset) < (
          $1.element.line ?? 0, $1.element.column ?? 0, $1.offset
        )
      }
      throw WatchlistError(path: path, faults.map(\.element))
    }
    return list
  }
}

extension WatchedSite {
  /// Every address that the file names for the site.
  var namedAddresses: [PageAddress] {
    var addresses = [home].compactMap(\.self)
    if case .listed(let feeds) = feeds { addresses += feeds }
    if case .listed(let sitemaps) = sitemap { addresses += sitemaps }
    return addresses + listings + pages
  }
}
