internal import StetArchive
internal import StetModel
internal import Synchronization

extension Shelf {
  /// What the pages of a host tell together, from the index alone.
  func charts(of site: SiteSummary, _ index: ArchiveIndex) throws(ArchiveError) -> SiteCharts {
    if let known = charts.withLock({ $0.charts(of: site) }) { return known }
    var delays = EditDelays()
    try index.eachChange(of: site.host) { published, seen in
      guard let moment = PublishedMoment.of(published) else { return }
      delays.add(seconds: seen.secondsSince1970 - moment.secondsSince1970)
    }
    var tags = TagYears()
    try index.eachTagged(of: site.host) { names, dated in
      if let year = Int(dated.description.prefix(4)) { tags.add(names, year: year) }
    }
    let found = SiteCharts(delays: delays, tags: tags.shownAlone())
    charts.withLock { $0.keep(found, of: site) }
    return found
  }
}
