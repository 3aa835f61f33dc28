/// Which versions are searched.
public enum SearchScope: Sendable, Hashable {
  /// The latest of each page that has text: what it says, or said before it was gone.
  case current
  /// All, so that what a page no longer says is found too.
  case allVersions
}
