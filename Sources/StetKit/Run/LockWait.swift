internal import Glibc
public import StetArchive

extension ArchiveWriter {
  /// Opens an archive for writing, and waits for another run to end.
  /// - Parameters:
  ///   - patience: how long is waited at most; zero: not at all.
  ///   - shouldStop: asked while waiting; once it says so nobody waits any longer.
  /// - Throws: `locked`, naming the holder and since when it holds the lock, when it holds it still; and as `open(at:)`.
  public static func open(
    at path: String, patience: Duration, shouldStop: () -> Bool = { false }
  ) throws(ArchiveError) -> ArchiveWriter {
    let end = ContinuousClock.now + patience
    while true {
      do throws(ArchiveError) {
        return try open(at: path)
      } catch  where error.code == .locked {
        guard ContinuousClock.now < end, !shouldStop() else { throw error }
      }
      // A signal ends the wait early.
      var pause = timespec(tv_sec: 0, tv_nsec: 200_000_000)
      nanosleep(&pause, nil)
    }
  }
}
