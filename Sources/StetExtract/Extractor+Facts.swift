public import StetModel

extension Extractor {
  /// Which rules there are, for a page that none of them could read.
  public static var facts: ExtractorFacts { ExtractorFacts(version: StetVersion.text, rules: RulesDigest.digest) }
}
