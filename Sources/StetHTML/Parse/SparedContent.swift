/// The content of a page that libxml2 is spared: text, attributes, scripts and styles. It reads them character by
/// character, which takes two thirds of its time, and none of it has a say in the tree.
///
/// In the source that libxml2 reads, a text is one letter, or one space if it is blank; a start tag has no attributes; a
/// script or style holds its own number. The tree finds texts and attributes again by how far libxml2 has read when it
/// reports them (`SparedCursor`).
struct SparedContent {
  /// A text between two tags or character references.
  struct Text {
    /// The offset in libxml2's source after the letter that stands for it.
    let end: Int32
    /// The text itself, in `source`.
    let range: ByteRange
  }

  /// A start tag with attributes.
  struct StartTag {
    /// The offset in libxml2's source after the name.
    let end: Int32
    /// The name, in `source`.
    let name: ByteRange
    /// Its attributes, as indices of `attributes`.
    let attributes: Range<Int32>
  }

  /// An attribute.
  struct Attribute {
    /// The name, in `source`, in any case.
    let name: ByteRange
    /// `NameTable.hash` of the name.
    let nameHash: UInt64
    /// The value without its quotes, in `source`.
    let value: ByteRange
    /// Whether there are character references in it, for `AttributeReference` to decode.
    var hasReferences = false
  }

  /// The page in UTF-8.
  let source: [UInt8]
  var texts: [Text] = []
  var tags: [StartTag] = []
  var attributes: [Attribute] = []
  /// The content of scripts and styles, in `source`, by number.
  var rawContents: [ByteRange] = []

  init(_ source: [UInt8]) { self.source = source }
}
