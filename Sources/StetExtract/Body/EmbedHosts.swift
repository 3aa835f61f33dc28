internal import StetModel

/// Sites whose frames in a text are part of it: a trailer, a song, a quoted post.
enum EmbedHosts {
  private static let hosts = [
    "youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "dailymotion.com", "soundcloud.com", "spotify.com",
    "bandcamp.com", "mixcloud.com", "twitch.tv", "ted.com", "archive.org", "instagram.com", "tiktok.com", "twitter.com",
    "x.com", "music.apple.com", "podcasts.apple.com", "deezer.com", "tidal.com", "imdb.com", "arte.tv", "bbc.co.uk",
    "metacafe.com", "brightcove.net", "jwplatform.com", "wistia.com", "wistia.net", "streamable.com", "bilibili.com",
    "nicovideo.jp", "rutube.ru", "vk.com", "issuu.com", "datawrapper.de", "datawrapper.dwcdn.net", "codepen.io",
    "libsyn.com", "megaphone.fm", "simplecast.com", "buzzsprout.com", "acast.com", "audioboom.com", "bsky.app",
  ]

  /// Whether a frame from this address belongs to the text.
  static func contains(_ address: PageAddress) -> Bool {
    hosts.contains { address.host == $0 || address.host.hasSuffix(".\($0)") }
  }

  /// The address of what an AMP player plays; nil for other elements (amp.dev, the components' reference).
  static func address(ofPlayer name: String, attribute: (String) -> String?) -> String? {
    guard name.hasPrefix("amp-") else { return nil }
    for (player, key, prefix) in players where player == name {
      return attribute(key).map { prefix + $0 }
    }
    return nil
  }

  private static let players = [
    ("amp-youtube", "data-videoid", "https://www.youtube.com/embed/"),
    ("amp-vimeo", "data-videoid", "https://player.vimeo.com/video/"),
    ("amp-dailymotion", "data-videoid", "https://www.dailymotion.com/embed/video/"),
    ("amp-instagram", "data-shortcode", "https://www.instagram.com/p/"),
    ("amp-twitter", "data-tweetid", "https://twitter.com/i/status/"),
    ("amp-soundcloud", "data-trackid", "https://api.soundcloud.com/tracks/"),
  ]
}
