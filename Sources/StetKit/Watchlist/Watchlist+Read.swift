internal import StetModel
internal import StetYAML

extension Watchlist {
  /// Reads the file of a watchlist.
  /// - Throws: `InputError` when there is no such file or it cannot be read; `WatchlistError` when it is wrong, or longer
  ///   than 4 MiB.
  public static func read(file path: String) throws -> Watchlist {
    let limit = 4 << 20
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try InputFile(maximumBytes: limit).bytes(of: path)
    } catch {
      switch error.code {
      case .tooLarge:
        throw WatchlistError(path: path, "it is longer than \(limit >> 20) MiB. Check that it is the right file")
      case .noSuchFile:
        throw InputError(
          .noSuchFile,
          "Cannot read '\(path)': there is no such file. Write it ('sites:' and below it '- url: https://example.org/'), "
            + "or name another with --config.", subject: path)
      default: throw error
      }
    }
    return try read(yaml: String(decoding: bytes, as: UTF8.self), path: path)
  }

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
      // The files that it names are looked at, too, so that all is told at once.
      var all = reading.faults
      for site in list.sites {
        do throws(WatchlistError) { _ = try site.prepared(path: path) } catch { all += error.faults }
      }
      // In the order of the file, whatever was looked at first.
      let faults = all.enumerated().sorted {
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
