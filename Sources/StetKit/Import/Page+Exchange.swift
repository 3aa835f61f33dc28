internal import StetFetch
internal import StetModel

extension Page {
  /// The page that a stored exchange brought, at the address that is asked for today; the one that was written down is
  /// the one that was requested.
  init(_ exchange: HTTPExchange) {
    self.init(
      requested: exchange.address, final: AddressParser.settled(exchange.address), status: exchange.status,
      headers: exchange.fields,
      body: exchange.body, received: exchange.date, exchanges: [exchange])
  }
}
