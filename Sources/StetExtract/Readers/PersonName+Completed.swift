extension PersonName {
  /// The full name with which a text about a person opens whose first name is known ("Ada Example lives in Hull."); nil
  /// where the text tells no more.
  static func completed(_ name: String, from text: String) -> String? {
    // Logins and brands have capitals inside.
    guard !name.contains(" "), name.utf8.count > 2, name.dropFirst().allSatisfy(\.isLowercase),
      text.hasPrefix(name + " ")
    else { return nil }
    let words = text.prefix(120).split(separator: " ").prefix(4)
    guard words.count > 2, words[1].first?.isUppercase == true, words[1].count > 2,
      words[1].allSatisfy({ $0.isLetter || $0 == "-" || $0 == "’" || $0 == "'" })
    else { return nil }
    // A verb or a dash shows that the name ends there: behind "Ada", a line of its own, "Film critic" goes on with a
    // noun.
    guard verbs.contains(String(words[2])) || ["-", "–", "—"].contains(words[2]) else { return nil }
    let whole = "\(name) \(words[1])"
    return isPlausible(whole) && isFull(whole) && !holdsOrganization(whole) ? whole : nil
  }

  /// What texts about a person say of them first.
  private static let verbs: Set<String> = [
    "is", "was", "has", "had", "writes", "wrote", "covers", "covered", "reviews", "reviewed", "lives", "lived", "works",
    "worked", "loves", "likes", "enjoys", "spends", "spent", "teaches", "taught", "studied", "studies", "grew",
    "joined",
    "joins", "runs", "ran", "edits", "edited", "hosts", "reports", "reported", "contributes", "blogs", "makes", "made",
    "began", "started", "founded", "created", "holds", "specializes", "specialises", "watches", "reads", "plays", "can",
    "ist", "war", "hat", "schreibt", "lebt", "wohnt", "arbeitet", "studierte", "studiert", "leitet", "liebt", "wurde",
    "est", "écrit", "vit", "travaille", "a", "es", "escribe", "vive", "trabaja", "nació", "estudió", "è", "scrive",
    "lavora", "ha", "é", "escreve", "mora", "trabalha", "schrijft", "woont", "werkt", "skriver", "är", "er", "bor",
    "arbetar", "jest", "pisze", "mieszka",
  ]
}
