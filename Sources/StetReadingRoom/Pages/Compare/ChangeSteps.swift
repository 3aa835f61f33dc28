/// The bar that leads from change to change by buttons and keys. The script brings it out: without, the arrows at each
/// change do the same. One key shortcuts can be switched off (WCAG 2.1.4).
struct ChangeSteps {
  let count: Int

  var markup: Markup? {
    if count == 0 { return nil }
    return """
      <div class="steps" role="group" aria-label="From change to change" hidden>
      <span class="place" role="status">\(count == 1 ? "1 change" : "\(count) changes")</span>
      <button type="button" data-step="-1">↑ Previous</button>
      <button type="button" data-step="1">↓ Next</button>
      <label><input type="checkbox" name="keys" checked> Keys <kbd>n</kbd> next, <kbd>p</kbd> previous</label>
      </div>
      """
  }
}
