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
  /// Those who are on their way to the network and back, or have an answer in hand: so many at a time, twice as many as
  /// `TransferEngine` asks for. The others wait before they set out, in a small place.
  let underWay = Slots(128)
  let logger: Logger

  /// Does something that begins with a request, when its host may be asked: in a task of its own, since a task keeps the
  /// memory that it has ever needed.
  func inTurn<Answer: Sendable>(_ request: RunRequest, _ work: @Sendable () async -> Answer) async -> Answer {
    await network.approach(request)
    await underWay.enter()
    defer { underWay.leave() }
    async let answer = work()
    return await answer
  }
}
