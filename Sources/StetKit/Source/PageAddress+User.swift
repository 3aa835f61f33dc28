internal import StetModel

extension PageAddress {
  /// The address as text without user and password, for messages and files.
  var textWithoutUser: String {
    guard let userInfo, let range = description.firstRange(of: userInfo + "@") else { return description }
    return String(description[..<range.lowerBound] + description[range.upperBound...])
  }
}
