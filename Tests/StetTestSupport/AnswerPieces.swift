/// The steps of an answer, one send or pause at a time, each with whether it is the last one.
struct AnswerPieces: Sequence, IteratorProtocol {
  enum Piece {
    case bytes([UInt8])
    case pause(Duration)
  }

  private let steps: [ScriptedResponse.Step]
  /// The step in hand, and how many pieces of it are out.
  private var step = 0
  private var taken = 0

  init(_ steps: [ScriptedResponse.Step]) {
    self.steps = steps.filter { Self.count($0) > 0 }
  }

  /// Whether nothing is sent, and there is no pause either.
  var isEmpty: Bool { steps.isEmpty }

  mutating func next() -> (piece: Piece, isLast: Bool)? {
    guard step < steps.count else { return nil }
    let piece = Self.piece(taken, of: steps[step])
    taken += 1
    if taken == Self.count(steps[step]) { (step, taken) = (step + 1, 0) }
    return (piece, step == steps.count)
  }

  private static func count(_ step: ScriptedResponse.Step) -> Int {
    switch step {
    case .bytes, .pause: 1
    case .repeated(_, let times): times
    case .paced(let bytes, let piece, _): 2 * ((bytes.count + piece - 1) / piece)
    }
  }

  private static func piece(_ index: Int, of step: ScriptedResponse.Step) -> Piece {
    switch step {
    case .bytes(let bytes), .repeated(let bytes, _): return .bytes(bytes)
    case .pause(let duration): return .pause(duration)
    case .paced(let bytes, let size, let pause):
      guard index.isMultiple(of: 2) else { return .pause(pause) }
      let start = index / 2 * size
      return .bytes(Array(bytes[start..<Swift.min(start + size, bytes.count)]))
    }
  }
}
