/// What keeps hostile text harmless, should an escape ever be missing: sent with every answer.
enum SecurityHeaders {
  /// Only the room's own style and script; no inline script or style, no frames, nothing from elsewhere.
  static let policy = rules("'self'") + "; frame-ancestors 'none'"

  /// The same for pages that are files, whose origin is no one's own: browsers take `'self'` for none of them, so that
  /// `file:` is named. `frame-ancestors` has no meaning in a page (CSP 3, 3.3).
  static let sitePolicy = rules("'self' file:")

  private static func rules(_ own: String) -> String {
    "default-src 'none'; style-src \(own); script-src \(own); img-src \(own); connect-src 'self'; form-action \(own); "
      + "base-uri 'none'"
  }

  static let all: [(name: String, value: String)] = [
    ("Content-Security-Policy", policy),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
  ]
}
