internal import StetArchive
public import StetFetch
public import StetModel

/// Several pages: hosts side by side, the pages of one host one after the other, and the archive by one hand.
public struct ArchivingRun: Sendable {
  /// Fetches a page, whatever its status, with the manners that its host is owed.
  public typealias Fetch = @Sendable (FetchRequest) async throws(FetchError) -> Page

  private let archiving: Archiving
  private let hostsAtOnce: Int
  private let fetch: Fetch

  /// A run.
  /// - Parameter hostsAtOnce: how many pages may be on their way, and in memory, at once.
  public init(_ archiving: Archiving, hostsAtOnce: Int = 16, fetch: @escaping Fetch) {
    self.archiving = archiving
    self.hostsAtOnce = max(1, hostsAtOnce)
    self.fetch = fetch
  }

  /// Archives the pages. When the task is cancelled, what is on its way is given up, and what has arrived is stored.
  /// - Parameters:
  ///   - starting: told of a page before it is fetched.
  ///   - receive: told of a page as soon as it is durable.
  /// - Throws: `ArchiveError` when the archive itself is in trouble; what `receive` throws.
  public func run(
    _ addresses: [PageAddress], starting: (PageAddress) -> Void = { _ in },
    receive: (PageOutcome) throws -> Void
  ) async throws {
    var queues = HostQueues(addresses)
    try await withThrowingTaskGroup(of: (PageAddress, ReviewAnswer).self) { group in
      var onTheWay = 0
      var host: HostKey?
      while true {
        while onTheWay < hostsAtOnce, !Task.isCancelled, let address = queues.next(after: host) {
          host = HostKey(address)
          starting(address)
          switch inquiry(for: address) {
          case .failure(let error) where error.isAboutTheArchive: throw error
          case .failure(let error): try receive(PageOutcome(.failed, address, error: error))
          case .success(let inquiry):
            group.addTask { [archiving, fetch] in
              (address, await archiving.fetch(inquiry) { await Self.answer(to: $0, fetch) })
            }
            onTheWay += 1
            host = nil
          }
        }
        guard let (address, answer) = try await group.next() else { return }
        onTheWay -= 1
        host = HostKey(address)
        if let outcome = try archiving.record(answer, of: address) { try receive(outcome) }
      }
    }
  }

  private func inquiry(for address: PageAddress) -> Result<PageInquiry, ArchiveError> {
    do throws(ArchiveError) { return .success(try archiving.inquiry(for: address)) } catch { return .failure(error) }
  }

  private static func answer(to request: FetchRequest, _ fetch: Fetch) async -> RunAnswer {
    do throws(FetchError) {
      return .page(try await fetch(request))
    } catch {
      return error.code == .cancelled ? .left("it was cancelled", wholeHost: true) : .failed(error)
    }
  }
}
