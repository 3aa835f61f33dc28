/// Why a stored capture is no page that can be read.
public enum CaptureSkip: String, Sendable, Hashable, CaseIterable {
  /// The server answered something else than 2xx, or a part of the page.
  case status
  /// It is an image, a script, a feed …
  case notHTML
  /// It answers a POST or another request that is no GET.
  case method
  /// It repeats a capture that is nowhere in the files.
  case original
  /// It is stored in a content coding that stet does not read.
  case coding
  /// It is cut, its digest does not fit, or its content does not decode.
  case damaged
  /// It is longer than a page may be.
  case tooLong
  /// It is dated in the future.
  case future
  /// The address is not http or https, or the date is missing.
  case address

  /// Whether it may have been a page, and is lost.
  public var isLoss: Bool {
    switch self {
    case .original, .coding, .damaged, .tooLong, .future: true
    case .status, .notHTML, .method, .address: false
    }
  }

  /// The reason in words, for "12 not HTML".
  public var words: String {
    switch self {
    case .status: "with another status than 2xx"
    case .notHTML: "not HTML"
    case .method: "answers to other requests than GET"
    case .original: "repetitions of captures that are not here"
    case .coding: "in a content coding that is not read"
    case .damaged: "damaged"
    case .tooLong: "too long"
    case .future: "dated in the future"
    case .address: "without a web address or a date"
    }
  }
}
