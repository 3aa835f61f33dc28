/// The steps that one part of a comparison may take, and has taken.
///
/// Every loop whose length is more than linear in the input spends from here, so that hostile texts end in a coarser
/// result, never in a long wait. Counting steps instead of time keeps results the same on every machine.
struct Effort: Sendable {
  /// Steps taken so far.
  private(set) var spent = 0
  /// Steps allowed.
  let limit: Int

  /// Effort for this many steps.
  init(limit: Int) { self.limit = limit }

  /// Whether nothing is left.
  var isExhausted: Bool { spent >= limit }

  /// Records steps; false once the limit is passed.
  mutating func spend(_ steps: Int) -> Bool {
    spent += steps
    return spent <= limit
  }
}
