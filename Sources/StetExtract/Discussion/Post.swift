/// What one member wrote in a discussion.
struct Post {
  /// All nodes of the post, with what the software prints round the text.
  var nodes: Range<Int>
  /// The element that holds the text, if the posts have one in common.
  var text: Int?
  /// Who wrote it, and where that stands.
  var author: (name: String, node: Int)?
}
