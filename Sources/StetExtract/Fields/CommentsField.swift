internal import StetHTML
internal import StetModel

/// What the page says of its comments.
struct CommentsField {
  let reading: PageReading

  private var survey: PageSurvey { reading.survey }

  func ballot() -> Ballot<CommentState> {
    var ballot = Ballot<CommentState>("comments", threshold: 0.4)
    var state = CommentState()
    var place: Int?
    for node in shortLines() {
      let bytes = beginning(of: node)
      guard Self.filter.mayMatch(bytes) else { continue }
      let mayCount = state.count == nil && (bytes.contains(where: ASCII.isDigit) || Self.spelledFilter.mayOpen(bytes))
      let mayClose = state.closed == nil && Self.closedFilter.mayMatch(bytes)
      guard mayCount || mayClose else { continue }
      let line = ReadingText.normalized(String(decoding: bytes, as: UTF8.self)).lowercased()
      if mayClose, Self.closedPhrases.standsIn(line) {
        state.closed = true
        place = place ?? node
      }
      if mayCount, let count = Self.count(in: line) {
        state.count = count
        place = place ?? node
      }
    }
    if let place {
      ballot.add(Candidate(state, source: "page", .node(place), rule: "a line about the comments", score: 0.7))
    } else if let (count, article) = reading.data.first(\.commentCount) {
      ballot.add(Candidate(CommentState(count: count), from: article, "commentCount", score: 0.6))
    }
    return ballot
  }

  /// The text of a subtree, as far as it may be a line about the comments: what has few words of its own may hold many others'.
  private func beginning(of node: Int) -> ArraySlice<UInt8> {
    reading.document.text[reading.document.textRange(node)].prefix(400)
  }

  /// Short lines called comments, and headings behind the text.
  private func shortLines() -> [Int] {
    var nodes: [Int] = []
    for node in survey.landmarks.comments.prefix(200) where survey.isVisible[node] {
      if (4...60).contains(survey.weight[node]) { nodes.append(node) }
      // The heading of a list of comments.
      for inner in reading.document.subtree(node).prefix(12) where (4...60).contains(survey.ownWeight[inner]) {
        nodes.append(inner)
      }
    }
    if let region = reading.region {
      nodes += survey.landmarks.headings.filter { $0 >= region.end && survey.weight[$0] < 60 }.prefix(20)
      nodes += reading.nodes(from: region.end, to: region.end + 400).filter { (8...50).contains(survey.ownWeight[$0]) }
    }
    return nodes.filter { survey.isVisible[$0] }
  }

  private static let closedPhrases = PhraseTable([
    "comments are closed", "comments are now closed", "comments closed", "commenting is closed",
    "kommentare sind geschlossen", "kommentarfunktion ist geschlossen", "les commentaires sont fermés",
    "comentarios cerrados", "los comentarios están cerrados", "comentários estão fechados", "comentários encerrados",
    "commenti chiusi", "i commenti sono chiusi", "reacties zijn gesloten", "komentarze są wyłączone",
    "комментарии закрыты", "コメントは受け付けていません", "kommentarer är stängda", "kommentarer er lukket",
    "der er lukket for kommentarer", "kommentit on suljettu", "kommentointi on suljettu", "komentáře jsou uzavřeny",
    "komentáře nejsou povoleny", "hozzászólás jelenleg nem lehetséges", "hozzászólások lezárva",
    "comentariile sunt închise", "τα σχόλια είναι απενεργοποιημένα", "τα σχόλια είναι κλειστά", "коментарі закриті",
    "yorumlar kapatıldı", "yorumlar kapalı", "التعليقات مغلقة", "סגור לתגובות", "دیدگاه‌ها بسته شده‌اند", "टिप्पणियाँ बंद हैं",
    "댓글은 닫혔습니다", "评论已关闭", "迴響已關閉", "komentar ditutup", "đã đóng bình luận",
  ])

  /// Every closed phrase has one of these words.
  private static let closedFilter = WordFilter(
    [
      "closed", "geschlossen", "fermés", "cerrados", "fechados", "encerrados", "chiusi", "gesloten", "wyłączone",
      "закрыты", "stängda", "lukket", "suljettu", "uzavřeny", "povoleny", "lehetséges", "lezárva", "închise",
      "kapatıldı",
      "kapalı", "ditutup", "đóng",
    ], prefixBytes: 64)

  private static let spelledFilter = WordFilter(Array(spelled.keys), prefixBytes: 64)

  /// All closed phrases have one of the nouns, in some form.
  private static let filter = WordFilter(
    nouns + ["reacties", "kommentarfunktion", "commenti", "commenting"], prefixBytes: 4)

  /// The words of a line, without brackets, quotation marks, colons, commas and dashes.
  private static func words(of line: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    var skipped = 0
    let bytes = Array(line.utf8)
    for (index, byte) in bytes.enumerated() {
      if skipped > 0 {
        skipped -= 1
      } else if ASCII.isSpace(byte) || "():,\"-".utf8.contains(byte) {
        end()
      } else if byte == 0xE2, index + 1 < bytes.count, bytes[index + 1] == 0x80 {
        end()
        skipped = 2
      } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        end()
        skipped = 1
      } else {
        word.append(byte)
      }
    }
    end()
    return words
  }

  /// "12 Comments", "One response", "3 Kommentare", "コメント (5)".
  private static func count(in line: String) -> Int? {
    let words = words(of: line)
    guard words.count <= 14 else { return nil }
    guard let position = words.firstIndex(where: { word in nouns.contains { word.hasPrefix($0) } }) else { return nil }
    let near = [position - 1, position + 1].filter(words.indices.contains)
    for index in near {
      if let number = Int(words[index]), number < 100_000 { return number }
      // "One response" opens its line; "post a comment" is no count.
      if index == 0, position == 1, let number = spelled[words[index]] { return number }
    }
    return nil
  }

  private static let nouns = [
    "comment", "response", "repl", "kommentar", "commentaire", "comentario", "comentário", "comment", "reactie",
    "reaktion", "komentar", "коммент", "コメント", "评论", "評論", "thoughts", "komentář", "komentár", "kommentt",
    "hozzászólás", "comentari", "σχόλι", "комента", "yorum", "تعليق", "תגוב", "دیدگاه", "टिप्पणी", "टिप्पणियाँ", "댓글", "留言",
  ]
  private static let spelled = [
    "one": 1, "no": 0, "keine": 0, "ein": 1, "un": 1, "aucun": 0, "geen": 0, "two": 2, "three": 3,
  ]
}
