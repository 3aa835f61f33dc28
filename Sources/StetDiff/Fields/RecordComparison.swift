internal import StetModel

/// Compares two records field by field, in the record's order.
struct RecordComparison {
  /// What differs and makes a version.
  private(set) var changes: [FieldChange] = []
  /// What differs and makes none: the order of tags and categories; links and images.
  private(set) var notes: [FieldChange] = []

  private let rules: Normalization
  private var table: WordTable

  /// Compares two records under `Review.versionedContent(under:)`.
  init(_ oldReview: Review, _ newReview: Review, rules: Normalization, effort: inout ComparisonEffort) {
    self.rules = rules
    table = WordTable(rules: rules)
    // What is compared, and what is shown of it: as printed.
    let old = Side(oldReview, rules)
    let new = Side(newReview, rules)
    text(.title, old, new, \.title, &effort)
    text(.byline, old, new, \.byline, &effort)
    list(.authors, old.key.authors != new.key.authors, old.shown.authors.map(entry), new.shown.authors.map(entry))
    text(.authorBio, old, new, \.authorBio, &effort)
    text(.published, old, new, \.published, &effort)
    text(.lead, old, new, \.lead, &effort)
    if old.key.body != new.key.body {
      let change = BodyAlignment.change(from: old.body, to: new.body, table: &table, effort: &effort)
      let kind = Self.kind(old.shown.body.isEmpty, new.shown.body.isEmpty)
      changes.append(FieldChange(.body, kind, .body(change)))
    }
    // The order on the page, which the versioned content leaves out.
    list(.tags, old.key.tags != new.key.tags, oldReview.tags.map(entry), newReview.tags.map(entry))
    list(
      .categories, old.key.categories != new.key.categories, oldReview.categories.map(entry),
      newReview.categories.map(entry))
    if old.key.rating != new.key.rating {
      let (old, new) = (old.shown.rating, new.shown.rating)
      changes.append(FieldChange(.rating, Self.kind(old == nil, new == nil), .rating(old: old, new: new)))
    }
    if old.key.item != new.key.item {
      let (old, new) = (old.shown.item, new.shown.item)
      changes.append(FieldChange(.item, Self.kind(old == nil, new == nil), .item(old: old, new: new)))
    }
    list(.pros, old.key.pros != new.key.pros, old.shown.pros.map(entry), new.shown.pros.map(entry))
    list(.cons, old.key.cons != new.key.cons, old.shown.cons.map(entry), new.shown.cons.map(entry))
    text(.verdict, old, new, \.verdict, &effort)
    set(
      .links, oldReview.links.map(\.url), newReview.links.map(\.url), by: rules.link, isExact: !rules.contains(.links))
    set(
      .images, oldReview.images.map(\.src), newReview.images.map(\.src), by: rules.image,
      isExact: !rules.contains(.images))
  }

  /// One record: as it is compared, and as it is shown.
  private struct Side {
    let key: Review
    let shown: Review

    init(_ review: Review, _ rules: Normalization) {
      shown = review.versionedContent(under: rules.shown)
      key = rules == rules.shown ? shown : shown.versionedContent(under: rules)
    }

    var body: ComparedBody { ComparedBody(blocks: shown.body, keys: key.body) }
  }

  private func entry(_ author: Author) -> ListEntry { ListEntry(author, rules: rules) }
  private func entry(_ term: Term) -> ListEntry { ListEntry(term, rules: rules) }
  private func entry(_ text: String) -> ListEntry { ListEntry(text, rules: rules) }

  private static func kind(_ isOldAbsent: Bool, _ isNewAbsent: Bool) -> FieldChange.Kind {
    isOldAbsent ? .added : isNewAbsent ? .removed : .changed
  }

  private mutating func text(
    _ field: RecordField, _ oldSide: Side, _ newSide: Side, _ part: (Review) -> String?,
    _ effort: inout ComparisonEffort
  ) {
    if part(oldSide.key) == part(newSide.key) { return }
    let (old, new) = (part(oldSide.shown), part(newSide.shown))
    let change = TextChange(old, new, table: &table, effort: &effort.words)
    changes.append(FieldChange(field, Self.kind(old == nil, new == nil), .text(change)))
  }

  private mutating func list(_ field: RecordField, _ isVersioned: Bool, _ old: [ListEntry], _ new: [ListEntry]) {
    if !isVersioned && old == new { return }
    let change = ListChange(old, new)
    let kind = change.isSameSet ? FieldChange.Kind.reordered : Self.kind(old.isEmpty, new.isEmpty)
    let difference = FieldChange(field, kind, .list(change))
    if isVersioned { changes.append(difference) } else { notes.append(difference) }
  }

  /// Addresses, whose order and number say nothing. They make no version, so that they are notes, but where exactly they
  /// are asked for.
  private mutating func set(
    _ field: RecordField, _ old: [String], _ new: [String], by key: (String) -> String, isExact: Bool
  ) {
    func entries(_ addresses: [String], without others: [String]) -> [ListEntry] {
      var seen = Set(others.map(key))
      return addresses.filter { seen.insert(key($0)).inserted }.map { ListEntry(address: $0) }
    }
    let (removed, added) = (entries(old, without: new), entries(new, without: old))
    if removed.isEmpty, added.isEmpty { return }
    let change = FieldChange(field, Self.kind(old.isEmpty, new.isEmpty), .list(ListChange(removed, added)))
    if isExact { changes.append(change) } else { notes.append(change) }
  }
}
