/// What tells whether a client has an answer already (RFC 9110, 8.8.3).
enum EntityTag {
  /// Whether a list of tags (If-None-Match) has this one, or is `*`. Weak and strong tags count alike.
  static func list(_ field: String, includes tag: String) -> Bool {
    let wanted = opaque(tag[...])
    return field.split(separator: ",").contains { part in
      let part = part.drop { $0 == " " || $0 == "\t" }
      return part == "*" || opaque(part) == wanted
    }
  }

  private static func opaque(_ tag: Substring) -> Substring {
    let tag = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
    return tag.prefix { $0 != " " && $0 != "\t" }
  }
}
