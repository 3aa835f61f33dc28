import Glibc

enum Memory {
  /// The most memory that this process has had at once (getrusage(2)).
  static var peakKiB: Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss
  }
}
