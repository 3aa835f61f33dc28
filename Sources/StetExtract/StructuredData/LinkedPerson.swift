/// A person or organisation that the structured data names.
struct LinkedPerson: Sendable, Hashable {
  /// The name, without "By" and the like.
  var name: String
  /// Address of the person's page, absolute.
  var url: String?
  /// What is said of the person.
  var description: String?
  /// Whether it is an organisation.
  var isOrganization = false
}
