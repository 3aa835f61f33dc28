internal import StetModel

/// A moment at which something was, or is to be, at a host.
struct HostMoment: Sendable {
  /// By the clock's uptime.
  let uptime: Duration
  /// The date under which an earlier run remembered it; nil for a moment of this run. It is kept as it was: dates are
  /// rounded up, and would get later each time that they are taken from the uptime anew.
  var date: Timestamp?
}
