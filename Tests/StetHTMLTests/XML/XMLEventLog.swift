import StetHTML

/// A handler that writes down what it is told.
final class XMLEventLog: XMLHandler {
  private(set) var log = ""
  private(set) var deepest = 0
  private var depth = 0
  private var names: [String] = []
  private let last: String?

  /// - Parameter last: the name of the element after which nothing is wanted.
  init(last: String? = nil) { self.last = last }

  func name(_ local: String, prefix: String?, namespace: String?) -> Int {
    let mark = namespace.map { "{\($0)}" } ?? prefix.map { $0 + ":" } ?? ""
    names.append(mark + local)
    return local == "unknown" ? 0 : names.count
  }

  func start(_ name: Int, _ attributes: [XMLAttribute]) {
    depth += 1
    deepest = max(depth, deepest)
    let shown = attributes.map { " \($0.prefix.map { $0 + ":" } ?? "")\($0.local)='\($0.value)'" }
    log += "<\(name == 0 ? "?" : names[name - 1])\(shown.joined())>"
    isDone = name > 0 && names[name - 1] == last
  }

  func end() {
    depth -= 1
    log += "</>"
  }

  func text(_ piece: Span<UInt8>) {
    log += String(decoding: piece.indices.map { piece[$0] }, as: UTF8.self)
  }

  var wantsText: Bool { true }
  private(set) var isDone = false
}
