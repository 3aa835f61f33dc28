internal import StetModel

extension Page {
  /// The page that a stored exchange brought.
  init(_ exchange: HTTPExchange) {
    self.init(
      requested: exchange.address, final: exchange.address, status: exchange.status, headers: exchange.fields,
      body: exchange.body, received: exchange.date, exchanges: [exchange])
  }
}
