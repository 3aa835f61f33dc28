internal import StetModel

/// The text of a page, ready for the record.
struct BodyText {
  /// The blocks, in reading order.
  var blocks: [Block] = []
  /// Links in them, in order, each once.
  var links: [ReviewLink] = []

  /// Pictures among the blocks, in order.
  var images: [ReviewImage] {
    blocks.compactMap { block in
      guard case .figure(let src?, let alt, let caption) = block else { return nil }
      return ReviewImage(src: src, alt: alt, caption: caption)
    }
  }
}
