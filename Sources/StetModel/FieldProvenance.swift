/// A field of a record and where it came from.
public struct FieldProvenance: Sendable, Hashable {
  /// The field's key in the record.
  public var field: String
  /// Its source.
  public var provenance: Provenance

  /// A field and its source.
  public init(field: String, provenance: Provenance) {
    self.field = field
    self.provenance = provenance
  }
}
