internal import StetModel

/// What a site may be called in its titles.
struct SiteNames {
  private let keys: Set<String>
  private let hostKeys: Set<String>

  /// The name that the page gives itself and the words of its host.
  init(siteName: String?, host: String) {
    var keys: Set<String> = []
    if let siteName {
      keys.insert(Self.key(siteName))
      // "Example Weekly - the magazine for harbours" is printed as "Example Weekly" too.
      for part in SiteNameReader.parts(of: siteName) where part.count > 2 { keys.insert(Self.key(part)) }
    }
    var labels = host.lowercased().split(separator: ".").map(String.init)
    if labels.first == "www" { labels.removeFirst() }
    var hostKeys: Set<String> = [
      Self.key(labels.joined(separator: ".")), Self.key("www." + labels.joined(separator: ".")),
    ]
    // The label under the public suffix, and a subdomain of a hosting service.
    for label in labels.dropLast() where label.count > 3 || labels.count <= 2 { hostKeys.insert(Self.key(label)) }
    keys.remove("")
    hostKeys.remove("")
    self.keys = keys
    self.hostKeys = hostKeys
  }

  private static let endings = [
    "com", "org", "net", "de", "fr", "es", "it", "nl", "pl", "ru", "couk", "io", "tv", "info", "online", "blog",
  ]

  /// Whether a part of a title is the site's name: the same letters, with or without "The" and a top-level domain.
  func match(_ part: some StringProtocol) -> Bool {
    let key = Self.key(part)
    guard !key.isEmpty else { return true }
    if keys.contains(key) || hostKeys.contains(key) { return true }
    for ending in Self.endings where key.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      let bare = String(key.dropLast(ending.count))
      if keys.contains(bare) || hostKeys.contains(bare) { return true }
    }
    // A long site name printed in a shorter form, or the other way round.
    return keys.contains { name in
      let (short, long) = name.count < key.count ? (name, key) : (key, name)
      return short.count >= 6 && short.count * 2 > long.count && long.hasPrefix(short)
    }
  }

  /// The letters and digits in lower case, without an article in front.
  private static func key(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiKey(text.utf8) }
    var words = text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    if words.count > 1, let first = words.first, articles.contains(String(first)) { words.removeFirst() }
    return words.joined()
  }

  private static func asciiKey(_ text: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    var firstWord = 0
    var isOpen = false
    var words = 0
    for byte in text {
      guard ASCII.isLetter(byte) || ASCII.isDigit(byte) else {
        if isOpen, words == 1 { firstWord = bytes.count }
        isOpen = false
        continue
      }
      if !isOpen { words += 1 }
      isOpen = true
      bytes.append(ASCII.lowercased(byte))
    }
    if words > 1, firstWord <= 3, articles.contains(where: { $0.utf8.elementsEqual(bytes[..<firstWord]) }) {
      bytes.removeFirst(firstWord)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let articles = ["the", "die", "der", "das", "le", "la", "el", "il"]
}
