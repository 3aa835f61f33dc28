internal import StetModel

/// One request for the engine: a hop of a fetch.
struct TransferOrder: Sendable {
  let hop: Hop
  /// The header fields to send besides libcurl's own.
  let fields: [HeaderField]
  /// What is posted; nil: nothing, it is a GET.
  let content: String?
  /// The cookies that the fetch has been given so far, as libcurl writes them.
  let cookies: [String]
  /// How long it may take, from when it starts.
  let left: Duration
  /// When the whole run is over; nil when it need not be.
  let deadline: ContinuousClock.Instant?
}
