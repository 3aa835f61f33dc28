/// Something in the source that had to be mended so that the rest of the page could be read.
public enum HTMLRepair: Sendable, Hashable {
  /// Attributes beyond the limit in one start tag were left out: that many tags were cut.
  case attributesDropped(tags: Int)
  /// Bytes that the page's encoding does not have were read as U+FFFD: that many.
  case undecodableBytes(count: Int)
  /// NUL bytes were read as U+FFFD: that many.
  case nulBytes(count: Int)
}
