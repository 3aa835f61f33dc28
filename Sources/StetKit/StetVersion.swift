/// The version of stet.
public enum StetVersion {
  /// Semantic version of this build.
  public static let current = "0.1.0"
}
