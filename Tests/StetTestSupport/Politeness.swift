/// What servers saw of a client's manners.
public enum Politeness {
  /// Every request that came while another one to the same host was in progress, or sooner after it than the delay, in
  /// words; empty when none did.
  /// - Parameter delay: by origin ("http://127.0.0.2:40000"): from the end of one answer to the next request.
  public static func breaches(in requests: [RecordedRequest], delay: (_ origin: String) -> Duration) -> [String] {
    var breaches: [String] = []
    var busyUntil: [String: (end: ContinuousClock.Instant, target: String)] = [:]
    for request in requests.sorted(by: { $0.started < $1.started }) {
      if let last = busyUntil[request.origin] {
        let gap = last.end.duration(to: request.started)
        if gap < delay(request.origin) {
          breaches.append("\(request.origin): \(request.target) came \(gap) after \(last.target) had ended")
        }
      }
      // Of an answer that the client did not wait for, only the beginning is known.
      let end = request.finished ?? request.started
      if busyUntil[request.origin].map({ $0.end < end }) ?? true {
        busyUntil[request.origin] = (end, request.target)
      }
    }
    return breaches
  }
}
