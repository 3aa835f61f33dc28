/// The name of an attribute. `other` stands for names that are not listed here.
public enum AttributeName: UInt8, Sendable, CaseIterable {
  case other
  case about, abbr, align, alt, ariaHidden, ariaLabel, charset, cite, `class`, colspan, content, datetime, dir
  case hidden, href, hreflang, httpEquiv, id, itemid, itemprop, itemref, itemscope, itemtype, lang, language, media
  case name, property, rel, resource, role, rowspan, scope, src, srcset, start, style, target, title, type
  case typeof, value, vocab, width, height, dataSrc, xmlLang

  /// The name as written in HTML; empty for `other`.
  public var name: String { Self.names[Int(rawValue)] }

  private static let names = allCases.map(\.spelling)

  private var spelling: String {
    switch self {
    case .other: ""
    case .ariaHidden: "aria-hidden"
    case .ariaLabel: "aria-label"
    case .dataSrc: "data-src"
    case .httpEquiv: "http-equiv"
    case .xmlLang: "xml:lang"
    default: String(describing: self)
    }
  }
}
