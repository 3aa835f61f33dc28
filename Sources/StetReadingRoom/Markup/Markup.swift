internal import StetModel

/// HTML that may be sent: what is written into a literal is trusted, every text that is put into one is escaped.
///
/// So a page is written as one writes HTML, and forgetting to escape is not possible:
///
///     let heading: Markup = "<h1>\(review.title)</h1>"
struct Markup: Sendable, Hashable, ExpressibleByStringInterpolation {
  private(set) var html: String

  init(stringLiteral html: String) { self.html = html }

  init(stringInterpolation interpolation: Interpolation) { html = interpolation.html }

  /// Takes HTML that another module of stet has made, and escaped.
  init(trusted html: String) { self.html = html }

  static func += (left: inout Markup, right: Markup) { left.html += right.html }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var html = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + interpolationCount * 32)
    }

    mutating func appendLiteral(_ literal: String) { html += literal }
    mutating func appendInterpolation(_ text: String) { html += HTMLText.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { html += String(number) }
    /// To two places, as SVG and people take it: 3, 3.5, 0.33.
    mutating func appendInterpolation(_ number: Double) {
      let rounded = (number * 100).rounded() / 100
      html += Int(exactly: rounded).map(String.init) ?? String(rounded)
    }
    mutating func appendInterpolation(_ markup: Markup) { html += markup.html }
    /// nil is nothing.
    mutating func appendInterpolation(_ markup: Markup?) { html += markup?.html ?? "" }
    /// One after the other, a line each.
    mutating func appendInterpolation(_ parts: [Markup]) { html += parts.map(\.html).joined(separator: "\n") }
  }
}
