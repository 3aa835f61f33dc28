public import StetModel

/// One page to fetch.
public struct FetchRequest: Sendable, Hashable {
  /// The address, as the user named it.
  public var address: PageAddress
  /// Asks for the page only if it has changed (the answer is 304 when it has not); nil asks for it in any case.
  ///
  /// They are sent to the address that they come from, which may be where a redirect leads, and to no other: so a 304
  /// is always about the page that they were given for.
  public var validators: Validators?
  /// More header fields (`Cookie`, `Authorization`, `Accept-Language` …). They are sent to the host of `address` only,
  /// never to another one that it redirects to.
  public var headers: [HeaderField]
  /// Where it may go: anywhere, if the user named the address.
  public var reach = Reach.anywhere
  /// A text to post; nil asks with GET. What was posted is not sent on: a redirect is the answer then.
  public var content: String?

  /// A page to fetch.
  public init(
    _ address: PageAddress, validators: Validators? = nil, headers: [HeaderField] = [], reach: Reach = .anywhere
  ) {
    self.reach = reach
    self.address = address
    self.validators = validators
    self.headers = headers
  }

  /// Names of fields that nobody can set, in lower case: they frame the message or say where it goes.
  public static var reservedFields: [String] { RequestFields.reserved }
}
