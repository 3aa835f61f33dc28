internal import StetModel

/// What a page is about by its structured data, if that is no text: a thing for sale, a firm, a thread, a list.
struct LinkedSubject: OptionSet, Sendable {
  let rawValue: UInt8

  /// Something with an offer, or that buyers have rated.
  static let product = LinkedSubject(rawValue: 1 << 0)
  /// A firm, a service, a course or a program that its users have rated.
  static let service = LinkedSubject(rawValue: 1 << 1)
  /// A thread of posts, or a question with answers.
  static let discussion = LinkedSubject(rawValue: 1 << 2)
  /// A list of things or pages.
  static let list = LinkedSubject(rawValue: 1 << 3)
  static let recipe = LinkedSubject(rawValue: 1 << 4)

  /// The subjects of a graph: of what stands at its top, or is said to be what the page is about.
  static func of(_ graph: LinkedGraph) -> LinkedSubject {
    var found: LinkedSubject = []
    for (index, item) in graph.items.enumerated() where item.parent == nil || item.role == .mainEntity {
      if item.parent == nil, item.hasForeignRole { continue }
      for type in item.types { found.formUnion(subject(type, index, graph)) }
    }
    return found
  }

  private static func subject(_ type: String, _ index: Int, _ graph: LinkedGraph) -> LinkedSubject {
    switch type {
    case "Product", "ProductGroup", "IndividualProduct", "ProductModel", "Vehicle", "Car":
      let isOffered = !graph.values(index, .offers).isEmpty || !graph.values(index, .aggregateRating).isEmpty
      return isOffered ? .product : []
    case "Service", "Course", "SoftwareApplication", "MobileApplication", "WebApplication", "ProfessionalService",
      "LocalBusiness", "Organization", "MovingCompany", "FinancialService", "Hotel", "Restaurant", "Store":
      return graph.values(index, .aggregateRating).isEmpty ? [] : .service
    case "DiscussionForumPosting", "QAPage", "Question": return .discussion
    case "ItemList", "CollectionPage", "SearchResultsPage", "OfferCatalog": return .list
    case "Recipe": return .recipe
    default: return []
    }
  }
}
