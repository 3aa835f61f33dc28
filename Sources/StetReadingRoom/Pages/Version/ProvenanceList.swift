internal import StetModel

/// Where each field of a record came from, and which rules read it.
struct ProvenanceList {
  let snapshot: Snapshot

  var markup: Markup? {
    guard snapshot.review != nil else { return nil }
    let fields = snapshot.provenance.map { entry -> Markup in
      let provenance = entry.provenance
      return """
        <div><dt>\(entry.field)</dt><dd>\(provenance.source) <code dir="ltr">\(provenance.at)</code></dd></div>
        """
    }
    let extractor = snapshot.extractor
    let profile: Markup? = extractor.profile.map { ", with the profile \($0)" }
    let recurring = extractor.recurring.count
    let leftOut: Markup? =
      recurring == 0
      ? nil
      : """
      <p class="faint">Left out of the text: \(recurring == 1 ? "a block" : "\(recurring) blocks") that other pages of the site \
      have, too</p>
      """
    return """
      <details class="provenance">
      <summary>Where each field comes from</summary>
      <dl class="facts-table">
      \(fields)
      </dl>
      \(leftOut)
      <p class="faint">Read by stet \(extractor.version)\(profile). Rules <code>\(extractor.rules.description)</code></p>
      </details>
      """
  }
}
