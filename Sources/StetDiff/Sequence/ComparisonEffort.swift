/// What one comparison may spend on each of its stages.
///
/// The stages have their own purses, so that a body that is hard to align still gets its words compared.
struct ComparisonEffort: Sendable {
  /// Aligning equal blocks.
  var alignment: Effort
  /// Looking for similar blocks.
  var similarity: Effort
  /// Comparing the words of edited blocks and fields.
  var words: Effort

  /// The same limit for each stage: by default some tenths of a second of a release build.
  init(limit: Int = 16_000_000) {
    alignment = Effort(limit: limit)
    similarity = Effort(limit: limit)
    words = Effort(limit: limit)
  }

  /// Steps taken by all stages.
  var spent: Int { alignment.spent + similarity.spent + words.spent }
}
