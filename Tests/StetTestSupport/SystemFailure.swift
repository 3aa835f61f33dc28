internal import Glibc

/// A system call that failed in the test harness itself.
public struct SystemFailure: Error, CustomStringConvertible {
  /// The call and its error, for a person.
  public let description: String

  /// Reads `errno`, so it must be made right after the call.
  init(_ call: String, code: Int32 = errno) {
    description = "\(call): \(String(cString: strerror(code)))"
  }
}
