internal import Synchronization

/// fsync(2) of several files at once.
///
/// A file system makes the files that are synced at the same time durable in one go (ext4: one commit of its journal),
/// so 32 fsyncs that wait together cost about what one costs. syncfs(2) is as fast, but waits for everybody's files, and
/// before Linux 5.8 it keeps errors to itself.
enum SyncThreads {
  /// More gain nothing measurable.
  static let maximum = 32

  /// Syncs every descriptor.
  /// - Parameter threads: how many wait at the same time; 1: one after the other, in order.
  /// - Returns: for each descriptor its error, nil when it is durable.
  static func sync(_ descriptors: [Int32], threads: Int, calls: FileSystemCalls) -> [SystemCallError?] {
    ParallelWork.run(descriptors.count, threads: threads) { index in
      do throws(SystemCallError) {
        try calls.fsync(descriptors[index])
        return nil
      } catch {
        return error
      }
    }
  }
}
