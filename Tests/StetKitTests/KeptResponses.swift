import StetArchive
import StetKit
import StetModel
import Synchronization

/// Responses kept in memory, by the moment of the capture.
final class KeptResponses: StoredResponses {
  private let bodies = Mutex([Timestamp: String]())

  subscript(_ captured: Timestamp) -> String? {
    get { bodies.withLock { $0[captured] } }
    set { bodies.withLock { $0[captured] = newValue } }
  }

  func parts(of snapshot: Snapshot) throws(ArchiveError) -> [HTTPExchange]? { [] }

  func aliases(of page: PageKey) throws(ArchiveError) -> [PageAddress] { [] }

  func response(of snapshot: Snapshot) throws(ArchiveError) -> HTTPExchange? {
    guard let body = self[snapshot.captured], let address = PageAddress(snapshot.page.description) else { return nil }
    if body == "damaged" { throw ArchiveError(code: .damaged, message: "Cannot read the response.", subject: "x") }
    return HTTPExchange(
      address: address, status: 200, fields: [HeaderField(name: "Content-Type", value: "text/html; charset=utf-8")],
      body: Array(body.utf8), date: snapshot.captured)
  }
}
