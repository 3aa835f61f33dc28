internal import StetModel

extension PageAddress {
  /// The address as text without user and password, for messages and files.
  var textWithoutUser: String {
    guard let userInfo, let range = description.firstRange(of: userInfo + "@") else { return description }
    return String(description[..<range.lowerBound] + description[range.upperBound...])
  }
}

extension Page {
  /// The page without user and password in its addresses, so that no link read from it carries them.
  var withoutUser: Page {
    guard requested.userInfo != nil || final.userInfo != nil else { return self }
    var page = self
    page.requested = PageAddress(requested.textWithoutUser) ?? requested
    page.final = PageAddress(final.textWithoutUser) ?? final
    page.redirects = redirects.map { PageAddress($0.textWithoutUser) ?? $0 }
    return page
  }
}
