/// What takes the events of an XML document, in document order, as `XMLReader` finds them.
///
/// Elements are told apart by small numbers that the handler itself gives to the names it knows, so that nothing is
/// compared or copied for the rest.
public protocol XMLHandler: AnyObject {
  /// The handler's number for a name, above 0; 0 for one that it does not know. Asked once per name and namespace.
  /// - Parameters:
  ///   - local: the name without prefix, as written.
  ///   - prefix: what stands before the colon; nil without one.
  ///   - namespace: what the prefix stands for, or the default namespace; nil when there is none or the prefix is not
  ///     declared.
  func name(_ local: String, prefix: String?, namespace: String?) -> Int

  /// An element starts. Attributes are given for known names only.
  func start(_ name: Int, _ attributes: [XMLAttribute])

  /// The element that started last and is still open ends.
  func end()

  /// A piece of the text in the innermost open element: UTF-8, references resolved. It may come in many pieces.
  func text(_ piece: Span<UInt8>)

  /// Whether text is wanted here.
  var wantsText: Bool { get }

  /// Whether the handler has what it wants; nothing follows then.
  var isDone: Bool { get }
}
