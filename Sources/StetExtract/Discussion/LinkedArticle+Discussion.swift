extension LinkedArticle {
  /// Whether it is a thread of a forum, or a question with its answers.
  var isDiscussion: Bool { types.contains("DiscussionForumPosting") || types.contains("QAPage") }

  /// Whether it is what others answer to.
  var isStarter: Bool { isDiscussion || types.contains("Question") || types.contains("SocialMediaPosting") }
}
