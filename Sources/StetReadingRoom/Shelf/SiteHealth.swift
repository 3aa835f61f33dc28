internal import StetArchive
internal import StetModel

/// How a site does: what runs met last, and what the visits to its pages found.
struct SiteHealth: Hashable {
  /// What goes wrong with the site as a whole, or with a page or source of it, the oldest first.
  var troubles: [RunTrouble] = []
  /// How many pages were not seen at their last visit.
  var failing = 0
  /// Since when the first of them was not.
  var failingSince: Timestamp?

  /// Since when something goes wrong; nil: all is well.
  var since: Timestamp? { ([failingSince] + troubles.map(\.since)).compactMap(\.self).min() }
}
