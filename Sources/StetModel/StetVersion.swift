/// The version of stet.
public enum StetVersion {
  /// Semantic version.
  public static let text = "0.1.0"
}
