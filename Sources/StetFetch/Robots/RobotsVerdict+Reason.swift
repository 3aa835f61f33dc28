internal import StetModel

extension RobotsVerdict {
  /// Why, in words for a person: a part of a sentence.
  public var reason: String {
    let now = lastSeen.map { "; robots.txt cannot be had now, this is the copy of \($0)" } ?? ""
    return base + now
  }

  private var base: String {
    let under = group.map { "under '\($0.text)' in line \($0.number)" } ?? "of this crawler"
    switch basis {
    case .rule(let rule): return "'\(rule.text)' in line \(rule.number), \(under)"
    case .noRule: return "no rule \(under) fits"
    case .noGroup: return "robots.txt has no rules for this crawler"
    case .robotsFile: return "robots.txt itself is always allowed"
    case .noFile(let status): return "no robots.txt (\(status))"
    case .tooManyRedirects:
      return "no robots.txt (more than \(RobotsAnswer.maximumRedirects) redirects)"
    case .unreachable(let trouble): return "robots.txt cannot be had (\(trouble.words)): all is refused"
    }
  }
}

extension RobotsTrouble {
  /// What is wrong, in words for a person.
  var words: String {
    switch self {
    case .status(429): "too many requests: 429"
    case .status(let status) where status >= 500: "server error: \(status)"
    case .status(let status): "the server answers \(status)"
    case .fetch(let code):
      switch code {
      case .cannotResolve: "the host is not known"
      case .cannotConnect: "nobody answers"
      case .tls: "no secure connection"
      case .timeout: "it takes too long"
      case .truncated: "the connection ends early"
      case .corrupt: "it cannot be decompressed"
      case .tooLarge: "it is too long"
      case .addressForbidden: "a redirect into a private network"
      case .schemeForbidden: "a redirect to another scheme"
      case .proxy: "the proxy"
      default: "what answers does not speak HTTP"
      }
    }
  }
}
