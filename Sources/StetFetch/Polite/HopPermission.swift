internal import StetModel

/// The manners of one fetch: asks whether each hop may be sent, and waits at its host's gate.
struct HopPermission: HopManners {
  let gate: HostGate
  let health: HostHealth
  let patience: Duration
  /// By the clock's uptime.
  let deadline: Duration?
  let permission: PoliteFetcher.Permission?

  func before(_ hop: Hop) async throws(FetchError) {
    let host = HostKey(hop.address)
    guard !health.isSetAside(host) else { throw setAside(hop) }
    // Before the gate is passed: to find out may take a request to the same host.
    try await permission?(hop.address, hop.reach)
    do throws(HostGate.Refusal) {
      try await gate.enter(host, patience: patience, deadline: deadline)
    } catch {
      switch error {
      case .cancelled: throw hop.error(.cancelled, "it was cancelled", remedy: nil, cause: nil)
      case .tooLate:
        throw hop.error(
          .outOfTime, "the time of the whole run is over before '\(host)' may be asked",
          remedy: "The next run will ask for it", cause: nil)
      case .postponed(let date):
        throw hop.error(
          .postponed, "'\(host)' asked to be left alone until \(date)", remedy: "Try again after that", cause: nil)
      }
    }
    // Others may have failed while this one waited in line.
    guard !health.isSetAside(host) else {
      gate.leave(host)
      throw setAside(hop)
    }
  }

  func after(_ hop: Hop, _ response: HopResponse?) {
    let host = HostKey(hop.address)
    // Before the next one in line is let through: it is to be left waiting, too.
    if let response, RetryPolicy.isPassing(response.head.status),
      let wait = RetryAfter.wait(in: response.head.fields, now: gate.now)
    {
      gate.postpone(host, for: wait)
    }
    gate.leave(host)
  }

  private func setAside(_ hop: Hop) -> FetchError {
    hop.error(
      .hostSetAside, "'\(HostKey(hop.address))' has failed too often in a row and is left alone for this run",
      remedy: "The next run will ask it again", cause: nil)
  }
}
