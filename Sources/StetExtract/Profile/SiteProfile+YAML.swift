internal import StetHTML
internal import StetModel
internal import Yams

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
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw ProfileError(
        path: path, line: ProfileYAML.line(of: error), "it is not YAML: \(ProfileYAML.reason(of: error))")
    } catch {
      throw ProfileError(path: path, "it is not YAML")
    }
    guard let node else { throw ProfileError(path: path, "it is empty. Write at least 'hosts:' and 'fields:'") }
    return try ProfileYAML(path: path).profile(node)
  }
}
