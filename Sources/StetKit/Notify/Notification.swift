internal import Glibc
public import StetArchive
internal import StetModel

/// Tells whom `stet.yaml` names of what a run has changed.
///
/// What is to be told lies in the archive's `state/outbox` until it has been: what fails is tried again by the next run, in order.
public struct Notification: Sendable {
  /// How long a command may take; once so long has passed, no further notice goes out by the same means.
  private static let patience: Duration = .seconds(60)
  /// How many notices wait for one means at most; older ones are dropped.
  private static let maximumWaiting = 100

  /// What was given to somebody, and is done by that.
  private typealias Delivery = @Sendable (_ path: String, _ bytes: [UInt8]) async -> NotificationError?

  private let list: Watchlist
  private let report: RunReport
  private let writer: ArchiveWriter

  /// What is to be told of a run.
  public init(_ list: Watchlist, _ report: RunReport, _ writer: ArchiveWriter) {
    self.list = list
    self.report = report
    self.writer = writer
  }

  /// Tells everybody. When the task is cancelled, what is being sent is given up and stays in the outbox.
  /// - Parameter isPutOff: whether nothing is sent now, but left in the outbox for the next run: this one is to end.
  /// - Returns: what went wrong, in a line each for a person, where that is news: the same as at the last run is told no
  ///   more; and whether anything went wrong.
  public func deliver(isPutOff: Bool = false) async throws -> (news: [String], isAllTold: Bool) {
    let targets = list.notify
    if report.hasChanges, targets.command != nil || targets.webhook != nil {
      let notice = try ChangeNotice(report: report, archive: writer.archive).bytes()
      if targets.command != nil { try put(notice, "command") }
      if targets.webhook != nil { try put(notice, "webhook") }
    }
    var errors: [NotificationError] = []
    if let atom = targets.atom, report.hasChanges || access(atom, F_OK) != 0 {
      if let error = write(atom) { errors.append(error) }
    }
    if isPutOff { return (try news(errors, of: ["atom"]), errors.isEmpty) }
    // Side by side: a command that takes its minute keeps no webhook waiting.
    async let byCommand = send("command", by: command)
    async let byWebhook = send("webhook", by: webhook)
    errors += try await byCommand
    errors += try await byWebhook
    // Whom a signal cut short has done nothing wrong.
    if Task.isCancelled { return (try news(errors, of: ["atom"]), false) }
    return (try news(errors, of: ["command", "webhook", "atom"]), errors.isEmpty)
  }

  // MARK: The outbox

  private func put(_ notice: [UInt8], _ means: String) throws(ArchiveError) {
    try writer.replaceState(report.fileName, in: "outbox/\(means)", bytes: notice)
    try writer.pruneState(in: "outbox/\(means)", keeping: Self.maximumWaiting)
  }

  /// Sends what waits, the oldest first, up to the first that fails.
  private func send(_ means: String, by delivery: Delivery?) async throws -> [NotificationError] {
    guard let delivery else { return [] }
    let folder = "outbox/\(means)"
    let end = ContinuousClock.now + Self.patience
    for name in try writer.archive.stateFiles(in: folder) {
      guard !Task.isCancelled, ContinuousClock.now < end else { break }
      guard let bytes = try writer.archive.stateFile("\(folder)/\(name)") else { continue }
      if let error = await delivery(writer.archive.statePath("\(folder)/\(name)"), bytes) { return [error] }
      try writer.removeState(name, in: folder)
    }
    return []
  }

  /// What is not known already.
  private func news(_ errors: [NotificationError], of tried: [String]) throws(ArchiveError) -> [String] {
    let state = try RunState.open(writer)
    var news: [String] = []
    for means in tried {
      guard let error = errors.first(where: { $0.means == means }) else {
        _ = try state.settle("notify: \(means)")
        continue
      }
      let (trouble, isNews) = try state.note(
        RunTrouble(
          subject: "notify: \(means)", site: "", code: error.code, message: error.description, at: report.ended))
      if isNews { news.append(trouble.message) }
    }
    return news
  }

  // MARK: The means

  private var command: Delivery? {
    guard let command = list.notify.command else { return nil }
    let path = list.path
    let shell = ShellCommand(command: command, folder: path.lastIndex(of: "/").map { String(path[...$0]) } ?? "")
    return { input, _ in
      let outcome = await shell.run(input: input, patience: Self.patience)
      return outcome.reason.map { reason in
        NotificationError(
          means: "command", code: "\(outcome)",
          description:
            "Cannot run the command of 'notify' in '\(RealPath.of(path) ?? path)': \(reason). The next run tries again."
        )
      }
    }
  }

  private var webhook: Delivery? {
    guard let address = list.notify.webhook else { return nil }
    let post = WebhookPost(
      address: address, secretFile: list.notify.webhookSecretFile, agent: list.agent, list: list.path)
    return { _, bytes in await post.send(bytes) }
  }

  private func write(_ path: String) -> NotificationError? {
    do {
      let file = try OutputFile(path)
      try file.write(
        try ChangesFeed(archive: writer.archive, title: "Changes in \(writer.archive.realPath)").bytes())
      try file.commit()
      return nil
    } catch {
      return NotificationError(means: "atom", code: "\(type(of: error))", description: "\(error)")
    }
  }
}
