internal import StetModel
internal import StetYAML

/// YAML → watchlist. Goes on after a fault, so that a person sees all of them at once.
struct WatchlistYAML {
  private static let keys = ["archive", "agent", "sites", "notify"]
  private static let notifyKeys = ["command", "webhook", "webhook-secret-file", "atom"]

  private let path: String
  private let folder: String
  private(set) var faults: [YAMLFault] = []

  /// - Parameter path: of the file, for paths that are relative to it.
  init(path: String) {
    self.path = path
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  mutating func watchlist(_ node: YAMLNode) -> Watchlist {
    var list = Watchlist(path: path)
    var sites: YAMLNode?
    for entry in entries(node, "stet.yaml") {
      let (key, value) = (entry.key, entry.value)
      switch key.text {
      case "archive": list.archive = file(value, key.text)
      case "agent": list.agent = agent(value)
      case "sites": sites = value
      case "notify": list.notify = notify(value)
      default: faults.append(key.unknown(among: Self.keys))
      }
    }
    guard let sites, !sites.isNull else {
      if faults.isEmpty || sites != nil {
        faults.append(
          node.fault("it names no site. Write 'sites:' and below it, say, '- url: https://example.org/'"))
      }
      return list
    }
    list.sites = self.sites(sites)
    return list
  }

  // MARK: Sites

  private mutating func sites(_ node: YAMLNode) -> [WatchedSite] {
    guard let nodes = node.sequence, !nodes.isEmpty else {
      faults.append(node.fault("'sites' should be a list. Write '- name: …' for each site"))
      return []
    }
    var sites: [WatchedSite] = []
    var lines: [String: Int?] = [:]
    for node in nodes {
      let site = site(node)
      if let first = lines[site.name.lowercased()] {
        let place = first.map { ", in line \($0)" } ?? ""
        faults.append(
          node.fault("there is another site '\(site.name)'\(place). Give each a 'name' of its own"))
      }
      lines[site.name.lowercased()] = .some(node.line)
      sites.append(site)
    }
    return sites
  }

  private mutating func site(_ node: YAMLNode) -> WatchedSite {
    var reading = SiteYAML(folder: folder)
    let site = reading.site(node)
    faults += reading.faults
    return site
  }

  // MARK: The other keys

  private mutating func agent(_ node: YAMLNode) -> String? {
    guard let text = text(node, "agent") else { return nil }
    guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      faults.append(node.fault("'agent' has a control character. Write it in one line"))
      return nil
    }
    return text
  }

  private mutating func notify(_ node: YAMLNode) -> NotifyTargets {
    var targets = NotifyTargets()
    for entry in entries(node, "'notify'") {
      let (key, value) = (entry.key, entry.value)
      switch key.text {
      case "command": targets.command = text(value, key.text)
      case "webhook":
        guard let text = text(value, key.text) else { continue }
        targets.webhook = PageAddress(text)
        if targets.webhook == nil {
          faults.append(value.fault(SiteYAML.noAddress(text, key.text)))
        }
      case "webhook-secret-file": targets.webhookSecretFile = file(value, key.text)
      case "atom": targets.atom = file(value, key.text)
      default: faults.append(key.unknown(among: Self.notifyKeys))
      }
    }
    if targets.webhookSecretFile != nil, targets.webhook == nil, faults.isEmpty {
      faults.append(node.fault("'webhook-secret-file' signs posts to a 'webhook', and there is none. Write one"))
    }
    return targets
  }

  // MARK: Values

  private mutating func entries(_ node: YAMLNode, _ what: String) -> [YAMLNode.Entry] {
    do throws(YAMLFault) {
      return try node.entries(what)
    } catch {
      faults.append(error)
      return []
    }
  }

  private mutating func text(_ node: YAMLNode, _ key: String) -> String? {
    do throws(YAMLFault) {
      return try node.text(key)
    } catch {
      faults.append(error)
      return nil
    }
  }

  private mutating func file(_ node: YAMLNode, _ key: String) -> String? {
    text(node, key).map { SiteYAML.path($0, in: folder) }
  }
}
