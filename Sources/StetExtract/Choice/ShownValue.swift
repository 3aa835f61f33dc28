internal import StetModel

/// A value of a field, of which readers may see all, a part or nothing.
protocol ShownValue {
  /// The value without what no reader sees, such as a name of zero-width characters; nil when nothing is left.
  var shown: Self? { get }
}

extension String: ShownValue {
  var shown: String? { VisibleText.isBlank(self) ? nil : self }
}

extension Array: ShownValue where Element: ShownValue {
  var shown: [Element]? {
    let left = allSatisfy { $0.shown != nil } ? self : compactMap(\.shown)
    return left.isEmpty && !isEmpty ? nil : left
  }
}

extension Term: ShownValue {
  var shown: Term? { name.shown.map { _ in self } }
}

extension ReviewItem: ShownValue {
  var shown: ReviewItem? { name.shown.map { _ in self } }
}

extension Rating: ShownValue {
  var shown: Rating? { self }
}

extension CommentState: ShownValue {
  var shown: CommentState? { self }
}

extension BiographyField.Box: ShownValue {
  var shown: BiographyField.Box? { text.shown.map { _ in self } }
}
