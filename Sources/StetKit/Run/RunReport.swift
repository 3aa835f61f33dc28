public import StetModel

/// What a run did: `state/runs/<time>.json`.
public struct RunReport: Sendable {
  /// Where reports are, below the archive's `state`.
  public static let folder = "runs"
  /// How many are kept.
  public static let keptCount = 500

  /// When it began.
  public let started: Timestamp
  /// The name of its file: `20261123T040000Z.json`, the moment when it began; a later one where that is taken.
  public internal(set) var fileName: String
  /// When it ended.
  public internal(set) var ended: Timestamp
  /// Why it ended before all was done; nil when it did all.
  public internal(set) var stopped: RunStop?
  /// How many troubles are new, or others than before: those that a person was told of.
  public internal(set) var news = 0
  /// The sites, in the order of the watchlist.
  public internal(set) var sites: [SiteReport]

  init(_ sites: [SiteReport], started: Timestamp) {
    self.started = started
    ended = started
    self.sites = sites
    fileName = Self.fileName(started)
  }

  static func fileName(_ moment: Timestamp) -> String { moment.description.filter { $0 != "-" && $0 != ":" } + ".json" }

  /// How many pages came to this, over all sites.
  public func count(_ kind: PageOutcome.Kind) -> Int { sites.reduce(0) { $0 + $1.count(kind) } }

  /// How many pages and sources were asked for.
  public var asked: Int { sites.reduce(0) { $0 + $1.asked } }

  /// How many of them failed or were set aside.
  public var failed: Int { sites.reduce(0) { $0 + $1.failed } }

  /// Whether there is something that readers want to know: a page is new, has changed, or is gone.
  public var hasChanges: Bool { count(.new) + count(.changed) + count(.gone) > 0 }

  /// `3 new, 2 changed, 40 unchanged, 1 failed at 12 sites in 31 s`. Versions that end before a later page of their review
  /// are counted once more: `1 of them perhaps not whole`.
  public var summary: String {
    var parts = PageOutcome.Kind.allCases.compactMap { kind in
      let count = count(kind)
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    let partial = sites.reduce(0) { $0 + $1.partial }
    if partial > 0 { parts.append("\(partial) of them perhaps not whole") }
    let refused = sites.reduce(0) { $0 + $1.refused }
    if refused > 0 { parts.append("\(refused) refused by robots.txt") }
    let sources = sites.reduce(0) { $0 + $1.failedSources }
    if sources > 0 { parts.append(sources == 1 ? "1 source failed" : "\(sources) sources failed") }
    let what = parts.isEmpty ? "nothing was due" : parts.joined(separator: ", ")
    let seconds = max(0, ended.secondsSince1970 - started.secondsSince1970)
    let end = stopped.map { "; stopped: \($0.rawValue)" } ?? ""
    return "\(what) at \(sites.count) \(sites.count == 1 ? "site" : "sites") in \(seconds) s\(end)"
  }
}
