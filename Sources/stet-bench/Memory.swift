import Glibc

enum Memory {
  /// The most memory that this process has had at once (getrusage(2)).
  static var peakKiB: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}
