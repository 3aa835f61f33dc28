internal import Logging
internal import StetArchive
internal import StetFetch
internal import StetModel

/// What all tasks of a run share.
struct RunContext: Sendable {
  let writer: ArchiveWriter
  let index: ArchiveIndex
  let sites: KnownSites
  let state: RunState
  let network: any RunNetwork
  let clock: any FetchClock
  let options: RunOptions
  /// When the run began: what is due by then is due.
  let started: Timestamp
  let stop: StopSwitch
  let desk: RunDesk
  let logger: Logger
}
