internal import Glibc
internal import StetModel

extension Timestamp {
  /// This second.
  static var now: Timestamp { Timestamp(secondsSince1970: Int64(time(nil))) }
}
