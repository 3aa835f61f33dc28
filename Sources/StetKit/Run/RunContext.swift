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

  /// Does something that begins with a request, once its host's pause is over: in a task of its own, since a task keeps the
  /// memory that it has ever needed, and most hosts wait for their pause most of the time.
  func inTurn<Answer: Sendable>(_ request: RunRequest, _ work: @Sendable () async -> Answer) async -> Answer {
    await network.approach(request)
    async let answer = work()
    return await answer
  }
}
