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

extension Watchlist {
  /// Reads the profiles and headers files of sites.
  /// - Throws: `WatchlistError` with everything that is wrong; never a word of what stands in a headers file.
  public func prepared(_ sites: [WatchedSite]) throws(WatchlistError) -> [RunSite] {
    var faults: [YAMLFault] = []
    var prepared: [RunSite] = []
    for site in sites {
      var extractor = Extractor()
      if let path = site.profile {
        do {
          let bytes = try InputFile(maximumBytes: 1 << 20).bytes(of: path)
          var profile = try SiteProfile.read(yaml: String(decoding: bytes, as: UTF8.self), path: path)
          profile.hosts += site.hosts.map { String($0.prefix { $0 != ":" }) }
          extractor = Extractor(profiles: .bundled.preferring(profile))
        } catch {
          faults.append(YAMLFault(line: site.line, "the profile of '\(site.name)': \(error)"))
        }
      }
      do throws(SecretFileError) {
        prepared.append(RunSite(site: site, extractor: extractor, headers: try SiteHeaders.read(site)))
      } catch {
        faults.append(YAMLFault(line: site.line, "the headers of '\(site.name)': \(error)"))
      }
    }
    guard faults.isEmpty else { throw WatchlistError(path: path, faults) }
    return prepared
  }
}
