internal import StetModel

/// Compares two records field by field, in the record's order.
struct RecordComparison {
  /// What differs and makes a version.
  private(set) var changes: [FieldChange] = []
  /// What differs and makes none: the order of tags and categories.
  private(set) var notes: [FieldChange] = []

  private var table = WordTable()

  /// Compares two records under `Review.versionedContent`.
  init(_ oldReview: Review, _ newReview: Review, effort: inout ComparisonEffort) {
    let old = oldReview.versionedContent
    let new = newReview.versionedContent
    text(.title, old.title, new.title, &effort)
    text(.byline, old.byline, new.byline, &effort)
    list(.authors, old.authors != new.authors, old.authors.map(ListEntry.init), new.authors.map(ListEntry.init))
    text(.authorBio, old.authorBio, new.authorBio, &effort)
    text(.published, old.published, new.published, &effort)
    text(.lead, old.lead, new.lead, &effort)
    if old.body != new.body {
      let change = BodyAlignment.change(from: old.body, to: new.body, table: &table, effort: &effort)
      changes.append(FieldChange(.body, Self.kind(old.body.isEmpty, new.body.isEmpty), .body(change)))
    }
    // The order on the page, which the versioned content leaves out.
    list(.tags, old.tags != new.tags, oldReview.tags.map(ListEntry.init), newReview.tags.map(ListEntry.init))
    list(
      .categories, old.categories != new.categories, oldReview.categories.map(ListEntry.init),
      newReview.categories.map(ListEntry.init))
    if old.rating != new.rating {
      let kind = Self.kind(old.rating == nil, new.rating == nil)
      changes.append(FieldChange(.rating, kind, .rating(old: old.rating, new: new.rating)))
    }
    if old.item != new.item {
      let kind = Self.kind(old.item == nil, new.item == nil)
      changes.append(FieldChange(.item, kind, .item(old: old.item, new: new.item)))
    }
    list(.pros, old.pros != new.pros, old.pros.map { ListEntry($0) }, new.pros.map { ListEntry($0) })
    list(.cons, old.cons != new.cons, old.cons.map { ListEntry($0) }, new.cons.map { ListEntry($0) })
    text(.verdict, old.verdict, new.verdict, &effort)
  }

  private static func kind(_ isOldAbsent: Bool, _ isNewAbsent: Bool) -> FieldChange.Kind {
    isOldAbsent ? .added : isNewAbsent ? .removed : .changed
  }

  private mutating func text(_ field: RecordField, _ old: String?, _ new: String?, _ effort: inout ComparisonEffort) {
    if old == new { return }
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
}
