internal import StetModel

/// The type of thing that words of a headline, a section or an address name: "Film Review", "Buchrezension", "Albums".
enum ItemKind {
  /// The schema.org type that a headline's words beside "review" name; nil when there are none, or several.
  static func type(ofTitle title: String) -> String? {
    guard title.utf8.count < 300, ReviewWords.mayHold(title) else { return nil }
    let words = title.split { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" }.map { $0.lowercased() }
    guard let label = words.firstIndex(where: ReviewWords.isLabelAlone) else { return nil }
    if let type = type(ofCompound: words[label]) { return type }
    // "Film review", "Crítica de la película", "Review of the album".
    let before = words[..<label].reversed().prefix { ReviewWords.isKind($0) || estranging.contains($0) }
    let after = words[(label + 1)...].prefix {
      ReviewWords.isLink($0) || ReviewWords.isKind($0) || articles.contains($0)
    }
    return only(Array(before) + Array(after))
  }

  /// The type that sections name, when they name one: categories, the way to the page, folders of its address.
  static func type(ofSections names: [String]) -> String? {
    var found: String?
    for name in names where name.utf8.count < 40 {
      let words = LowerCase.text(name).letterWords.map(String.init)
      guard !words.isEmpty, words.count < 5 else { continue }
      // "Film reviews" and "Books" say it; "Film festivals" and "Book launches" are about something else.
      let rest = words.filter { types[$0] == nil && !joints.contains($0) && !ReviewWords.isSection($0) }
      guard rest.isEmpty, let type = only(words) ?? words.lazy.compactMap({ type(ofCompound: $0) }).first else {
        continue
      }
      if let found, found != type { return nil }
      found = type
    }
    return found
  }

  /// The only type that words name.
  private static func only(_ words: [String]) -> String? {
    guard words.allSatisfy({ !estranging.contains($0) }) else { return nil }
    var found: String?
    for word in words {
      guard let type = types[word] else { continue }
      if let found, found != type { return nil }
      found = type
    }
    return found
  }

  /// "Filmkritik", "bokrecension": what a word for "review" begins with.
  private static func type(ofCompound word: String) -> String? {
    guard ReviewWords.isLabelAlone(word) || ReviewWords.isSection(word) else { return nil }
    return stems.first { word.hasPrefix($0.stem) && word.utf8.count > $0.stem.utf8.count + 3 }?.type
  }

  private static let types: [String: String] = {
    var table: [String: String] = [:]
    for (type, words) in words {
      for word in words.spacedWords { table[String(word)] = type }
    }
    return table
  }()

  private static let words: [(String, String)] = [
    (
      "Movie",
      """
      film films movie movies kino cinéma cinema cine película peliculas películas filme filmes фильм фильма фильмы
      кино elokuva elokuvat filmer bioscoop documentary documentaries filmu
      """
    ),
    (
      "Book",
      """
      book books buch bücher libro libros livre livres libri livro livros boek boeken bok böcker bøker bog bøger
      książka książki kniha knihy книга книги книгу kirja kirjat novel novels książki książkę roman romane romans hörbuch audiobook
      """
    ),
    (
      "MusicAlbum",
      "album albums alben lp ep platten disco discos disque disques disco dischi skiva skivor albumy albumu płyty альбом"
    ),
    (
      "VideoGame",
      "game games videogame videogames jeu jeux spiel videospiele juego juegos videojuegos gry gra игры игра spel"
    ),
    (
      "TVSeries",
      "tv television series serie serien séries série seriale serial serialu сериал сериалы serier fernsehen"
    ),
    ("Hotel", "hotel hotels hôtel hôtels"),
    ("Restaurant", "restaurant restaurants restaurante restaurantes ristorante ristoranti"),
  ]

  /// Words beside which a kind is another one: "board game", "graphic novel", "comic book", "concert film".
  private static let estranging: Set<String> = [
    "board", "tabletop", "card", "comic", "comics", "manga", "anime", "live", "concert", "festival", "soundtrack",
  ]

  /// Words that join kinds and labels.
  private static let joints: Set<String> = [
    "and", "und", "et", "y", "e", "of", "de", "the", "new", "full", "video", "reviews", "review", "music", "musik",
  ]

  private static let articles: Set<String> = ["the", "der", "des", "la", "le", "el", "zum", "zur", "du", "of"]

  private static let stems: [(stem: String, type: String)] = [
    ("film", "Movie"), ("kino", "Movie"), ("elokuva", "Movie"), ("buch", "Book"), ("roman", "Book"), ("bok", "Book"),
    ("boek", "Book"), ("bog", "Book"), ("kirja", "Book"), ("album", "MusicAlbum"), ("platten", "MusicAlbum"),
    ("cd", "MusicAlbum"), ("skiv", "MusicAlbum"), ("serien", "TVSeries"), ("spiel", "VideoGame"), ("spel", "VideoGame"),
    ("game", "VideoGame"), ("restaurant", "Restaurant"), ("hotel", "Hotel"),
  ]
}
