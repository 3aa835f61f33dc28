internal import Glibc

/// A system call that failed, before it is put into words.
package struct SystemCallError: Error, Sendable, Hashable {
  /// The call's name ("fsync").
  package let call: String
  /// Its error number.
  package let number: Int32

  /// A call and its error number.
  package init(call: String, number: Int32) {
    self.call = call
    self.number = number
  }

  /// Whether there is no such file.
  var isMissing: Bool { number == ENOENT }
}
