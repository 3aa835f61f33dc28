/// The declarations of namespaces that are in force (Namespaces in XML 1.0, 6).
struct NamespaceScope {
  private var declarations: [(prefix: String, namespace: String)] = []

  /// How many are in force.
  var count: Int { declarations.count }

  /// Adds what the attributes of an element declare.
  /// - Returns: how many that are, for `drop`.
  mutating func declare(_ attributes: [XMLAttribute]) -> Int {
    var added = 0
    for attribute in attributes {
      if attribute.prefix == "xmlns" {
        declarations.append((attribute.local, attribute.value))
      } else if attribute.prefix == nil, attribute.local == "xmlns" {
        declarations.append(("", attribute.value))
      } else {
        continue
      }
      added += 1
    }
    return added
  }

  /// The attributes that declare nothing.
  static func others(_ attributes: [XMLAttribute]) -> [XMLAttribute] {
    attributes.filter { $0.prefix != "xmlns" && ($0.prefix != nil || $0.local != "xmlns") }
  }

  /// Takes back the last declarations.
  mutating func drop(_ count: Int) { declarations.removeLast(count) }

  /// What a prefix stands for, or the default namespace without one; nil when that is nothing.
  func namespace(of prefix: String?) -> String? {
    if prefix == "xml" { return "http://www.w3.org/XML/1998/namespace" }
    let prefix = prefix ?? ""
    guard let found = declarations.last(where: { $0.prefix == prefix }), !found.namespace.isEmpty else { return nil }
    return found.namespace
  }
}
