public import StetModel

/// A saved page and what a profile should read from it.
public struct ProfileTest: Sendable {
  /// The page's address.
  public var url: String
  /// The saved page, relative to the profile; nil when the page has to be fetched or is given otherwise.
  public var file: String?
  /// Expected values by key of the record. Lists of authors and terms may be given as names.
  public var expected: JSONObject

  /// A test case.
  public init(url: String, file: String? = nil, expected: JSONObject) {
    self.url = url
    self.file = file
    self.expected = expected
  }
}
