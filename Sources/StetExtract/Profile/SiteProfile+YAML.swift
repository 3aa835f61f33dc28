internal import StetYAML

extension SiteProfile {
  /// Reads a profile.
  ///
  ///     name: Example Reviews
  ///     hosts: [example.org]
  ///     fields:
  ///       title: h2.posttitle
  ///       published: { select: time.published, attribute: datetime }
  ///       tags: [".post-tags a", ".labels a"]
  ///     remove: [".sharebox"]
  ///     test:
  ///       - { url: "https://example.org/a", file: a.html, expect: { title: A } }
  /// - Parameter path: named in errors.
  /// - Throws: `ProfileError` with the line, and what to write instead.
  public static func read(yaml text: String, path: String) throws(ProfileError) -> SiteProfile {
    do throws(YAMLFault) {
      guard let node = try YAMLNode.read(text) else {
        throw YAMLFault("it is empty. Write at least 'hosts:' and 'fields:'")
      }
      return try ProfileYAML.profile(node)
    } catch {
      throw ProfileError(path: path, line: error.line, error.message)
    }
  }
}
