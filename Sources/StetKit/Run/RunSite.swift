public import StetExtract
internal import StetYAML

/// A site of a watchlist with the files that it names, read.
public struct RunSite: Sendable {
  /// The site.
  public let site: WatchedSite
  /// Reads its pages, by its profile first.
  public let extractor: Extractor
  /// What goes to it alone.
  public let headers: SiteHeaders
}

extension WatchedSite {
  /// The site with its profile and headers files, read.
  /// - Throws: `WatchlistError` with what is wrong, in the file at `path`; never a word of what stands in a headers file.
  func prepared(path: String) throws(WatchlistError) -> RunSite {
    var faults: [YAMLFault] = []
    let place = YAMLPlace(line: line, column: nil)
    var extractor = Extractor()
    if let file = profile {
      do {
        let bytes = try InputFile(maximumBytes: 1 << 20).bytes(of: file)
        var profile = try SiteProfile.read(yaml: String(decoding: bytes, as: UTF8.self), path: file)
        profile.hosts += hosts.map { String($0.prefix { $0 != ":" }) }
        extractor = Extractor(profiles: .bundled.preferring(profile))
      } catch {
        let reason =
          (error as? InputError)?.code == .noSuchFile
          ? "Cannot read '\(file)': there is no such file. Write it, or take the key out" : "\(error)"
        faults.append((profilePlace ?? place).fault("the profile of '\(name)': \(reason)"))
      }
    }
    do throws(SecretFileError) {
      let site = RunSite(site: self, extractor: extractor, headers: try SiteHeaders.read(self))
      if faults.isEmpty { return site }
    } catch {
      faults.append((headersPlace ?? place).fault("the headers of '\(name)': \(error)"))
    }
    throw WatchlistError(path: path, faults)
  }
}

extension Watchlist {
  /// Reads the profiles and headers files of sites.
  /// - Throws: `WatchlistError` with everything that is wrong; never a word of what stands in a headers file.
  public func prepared(_ sites: [WatchedSite]) throws(WatchlistError) -> [RunSite] {
    var faults: [YAMLFault] = []
    var prepared: [RunSite] = []
    for site in sites {
      do throws(WatchlistError) { prepared.append(try site.prepared(path: path)) } catch { faults += error.faults }
    }
    guard faults.isEmpty else { throw WatchlistError(path: path, faults) }
    return prepared
  }
}
