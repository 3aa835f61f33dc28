internal import Glibc
public import StetArchive
internal import StetDigest
internal import StetFetch
internal import StetModel

/// Tells whom `stet.yaml` names of what a run has changed.
///
/// What is to be told lies in the archive's `state/outbox` until it has been: what fails is tried again by the next run, in order.
public struct Notification {
  /// How long a command may take.
  private static let patience: Duration = .seconds(60)
  /// How many notices wait for one means at most; older ones are dropped.
  private static let maximumWaiting = 100
  /// Waits before the second and third attempt to post.
  private static let pauses: [Duration] = [.seconds(1), .seconds(4)]

  private let list: Watchlist
  private let report: RunReport
  private let writer: ArchiveWriter

  /// What is to be told of a run.
  public init(_ list: Watchlist, _ report: RunReport, _ writer: ArchiveWriter) {
    self.list = list
    self.report = report
    self.writer = writer
  }

  /// Tells everybody.
  /// - Returns: what went wrong, in a line each for a person, where that is news: the same as at the last run is told no
  ///   more; and whether anything went wrong.
  public func deliver() async throws -> (news: [String], isAllTold: Bool) {
    var errors: [NotificationError] = []
    let targets = list.notify
    if report.hasChanges, targets.command != nil || targets.webhook != nil {
      let notice = try ChangeNotice(report: report, archive: writer.archive).bytes()
      if targets.command != nil { try put(notice, "command") }
      if targets.webhook != nil { try put(notice, "webhook") }
    }
    if let command = targets.command {
      errors += try await send("command") { path, _ in self.run(command, path) }
    }
    if let webhook = targets.webhook {
      errors += try await send("webhook") { _, bytes in await self.post(bytes, to: webhook) }
    }
    if let atom = targets.atom, report.hasChanges || access(atom, F_OK) != 0 {
      if let error = write(atom) { errors.append(error) }
    }
    return (try news(errors), errors.isEmpty)
  }

  // MARK: The outbox

  private func put(_ notice: [UInt8], _ means: String) throws(ArchiveError) {
    try writer.replaceState(report.fileName, in: "outbox/\(means)", bytes: notice)
    try writer.pruneState(in: "outbox/\(means)", keeping: Self.maximumWaiting)
  }

  /// Sends what waits, the oldest first, up to the first that fails.
  private func send(
    _ means: String, _ body: (_ path: String, _ bytes: [UInt8]) async -> NotificationError?
  ) async throws -> [NotificationError] {
    let folder = "outbox/\(means)"
    for name in try writer.archive.stateFiles(in: folder) {
      guard let bytes = try writer.archive.stateFile("\(folder)/\(name)") else { continue }
      if let error = await body(writer.archive.statePath("\(folder)/\(name)"), bytes) { return [error] }
      try writer.removeState(name, in: folder)
    }
    return []
  }

  /// What is not known already.
  private func news(_ errors: [NotificationError]) throws(ArchiveError) -> [String] {
    let state = try RunState.open(writer)
    var news: [String] = []
    for means in ["command", "webhook", "atom"] {
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

  private func run(_ command: String, _ path: String) -> NotificationError? {
    let folder = list.path.lastIndex(of: "/").map { String(list.path[...$0]) } ?? ""
    let outcome = ShellCommand(command: command, folder: folder).run(input: path, patience: Self.patience)
    let reason: String
    switch outcome {
    case .exited(0): return nil
    case .exited(let status): reason = "it ended with status \(status)"
    case .killed(let signal): reason = "signal \(signal) ended it"
    case .tookTooLong: reason = "it took longer than \(Self.patience.components.seconds) s and was ended"
    case .cannotStart(let number): reason = String(cString: strerror(number))
    }
    return NotificationError(
      means: "command", code: "\(outcome)",
      description:
        "Cannot run the command of 'notify' in '\(AbsolutePath.of(list.path))': \(reason). The next run tries again.")
  }

  private func post(_ bytes: [UInt8], to webhook: PageAddress) async -> NotificationError? {
    var headers = [HeaderField(name: "Content-Type", value: "application/json")]
    func error(_ code: String, _ reason: String) -> NotificationError {
      NotificationError(
        means: "webhook", code: code,
        description:
          "Cannot post to '\(webhook.hostAndPort)', the webhook of '\(AbsolutePath.of(list.path))': \(reason). "
          + "The next run tries again.")
    }
    do {
      if let path = list.notify.webhookSecretFile {
        var secret = try SecretFile.read(path)
        while secret.last == UInt8(ascii: "\n") || secret.last == UInt8(ascii: "\r") { secret.removeLast() }
        let signature = Digest.hmacSHA256(key: secret, of: bytes).hexadecimal
        headers.append(HeaderField(name: "Stet-Signature", value: "sha256=\(signature)"))
      }
      var policy = FetchPolicy()
      policy.deadline = .seconds(60)
      policy.maximumBodyBytes = 1 << 20
      if let agent = list.agent { policy.agent = agent }
      let engine = try TransferEngine.open(policy)
      defer { engine.close() }
      var request = FetchRequest(webhook, headers: headers)
      request.content = String(decoding: bytes, as: UTF8.self)
      var last = error("never", "it was not tried")
      for attempt in 0...Self.pauses.count {
        if attempt > 0 { try await Task.sleep(for: Self.pauses[attempt - 1]) }
        do throws(FetchError) {
          let status = try await engine.fetch(request).status
          if (200..<300).contains(status) { return nil }
          last = error("http.\(status)", "the server answered \(status)")
          // What the server does not want now, it will not want in a second.
          guard status >= 500 || status == 429 else { return last }
        } catch {
          last = NotificationError(means: "webhook", code: "fetch.\(error.code.rawValue)", description: error.message)
        }
      }
      return last
    } catch let failure {
      return error("\(type(of: failure))", "\(failure)")
    }
  }

  private func write(_ path: String) -> NotificationError? {
    do {
      let file = try OutputFile(path)
      try file.write(
        try ChangesFeed(archive: writer.archive, title: "Changes in \(AbsolutePath.of(writer.archive.path))").bytes())
      try file.commit()
      return nil
    } catch {
      return NotificationError(means: "atom", code: "\(type(of: error))", description: "\(error)")
    }
  }
}
