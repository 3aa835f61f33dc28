/// What stands in the place of a page: a wall, an error, nothing at all.
public struct Obstacle: Error, Sendable, Hashable {
  /// What it is, as the archive's quarantine spells it.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// A check against machines, a refusal, a captcha.
    case botWall = "bot-wall"
    /// The page asks for consent to cookies and tracking first.
    case consentWall = "consent-wall"
    /// The page is shown to members only.
    case loginWall = "login-wall"
    /// The page is shown to subscribers only.
    case payWall = "pay-wall"
    /// "Page not found", whatever the status says.
    case notFound = "not-found"
    /// The server failed and says so.
    case serverError = "server-error"
    /// The site is closed for maintenance.
    case maintenance
    /// The domain is for sale or for advertisements.
    case parked
    /// A page that a server or a host shows where a site would be.
    case placeholder
    /// A page without its text: a script would draw it.
    case script

    /// Whether it keeps readers out; otherwise there is no page behind it.
    var isWall: Bool {
      switch self {
      case .botWall, .consentWall, .loginWall, .payWall: true
      case .notFound, .serverError, .maintenance, .parked, .placeholder, .script: false
      }
    }
  }

  /// What it is.
  public let code: Code
  /// Whose it is ("Cloudflare"); nil when the signs do not tell.
  public let maker: String?
  /// The sign that tells most, as the table of signs has it.
  public let sign: String

  /// What it is, in the middle of a sentence: "a wall against machines (Cloudflare)".
  public var name: String {
    let name =
      switch code {
      case .botWall: "a wall against machines"
      case .consentWall: "a consent wall"
      case .loginWall: "a login"
      case .payWall: "a pay wall"
      case .notFound: "a \"page not found\""
      case .serverError: "a server's error"
      case .maintenance: "a notice of maintenance"
      case .parked: "a parked domain"
      case .placeholder: "a server's placeholder"
      case .script: "a page whose text a script would draw"
      }
    return maker.map { "\(name) (\($0))" } ?? name
  }

  /// The sentence's middle with what it goes by: "a login: it says “please log in to continue”".
  public var reason: String { "\(name): it says “\(sign)”" }
}
