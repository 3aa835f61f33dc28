/// What one element must be: `p.intro[lang]:first-child`.
struct CompoundSelector: Sendable {
  /// The name of an element.
  enum Element: Sendable, Equatable {
    case any
    case known(Tag)
    case other(String)
  }

  /// One condition besides the name.
  enum Condition: Sendable {
    case id([UInt8])
    case `class`([UInt8])
    case attribute(AttributeCondition)
    case position(PositionCondition)
    case empty
    case root
    case matchesAny([ComplexSelector])
    case matchesNone([ComplexSelector])
    case has([ComplexSelector])
  }

  var element = Element.any
  var conditions: [Condition] = []

  /// Whether the element itself tells if it matches.
  var isSimple: Bool {
    conditions.allSatisfy {
      switch $0 {
      case .id, .class, .attribute, .empty, .root: true
      case .position, .matchesAny, .matchesNone, .has: false
      }
    }
  }
}
