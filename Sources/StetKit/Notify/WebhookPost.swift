internal import StetDigest
internal import StetFetch
internal import StetModel

/// Posts notices to the webhook of `stet.yaml`, signed where there is a secret.
struct WebhookPost: Sendable {
  /// Waits before the second and third attempt.
  private static let pauses: [Duration] = [.seconds(1), .seconds(4)]

  let address: PageAddress
  /// A file with the secret; nil: posts are not signed.
  let secretFile: String?
  /// Who posts; nil: stet.
  let agent: String?
  /// The path of `stet.yaml`, for messages.
  let list: String

  /// Posts a notice, three times at most.
  /// - Returns: what went wrong; nil when the server took it. Of the address only the host is named: the path of a webhook
  ///   is often all the secret that it has.
  func send(_ bytes: [UInt8]) async -> NotificationError? {
    let request: FetchRequest
    do throws(SecretFileError) { request = try self.request(bytes) } catch {
      return self.error("secret", "\(error)".droppingFullStop)
    }
    var policy = FetchPolicy()
    policy.deadline = .seconds(60)
    policy.maximumBodyBytes = 1 << 20
    if let agent { policy.agent = agent }
    do throws(FetchError) {
      let engine = try TransferEngine.open(policy)
      defer { engine.close() }
      var last = error("never", "it was not tried")
      for pause in [.zero] + Self.pauses {
        if pause > .zero, (try? await Task.sleep(for: pause)) == nil { return last }
        do throws(FetchError) {
          let status = try await engine.fetch(request).status
          if (200..<300).contains(status) { return nil }
          last = error("http.\(status)", "the server answered \(status)")
          // What the server does not want now, it will not want in a second.
          guard status >= 500 || status == 429 else { return last }
        } catch {
          if error.code == .cancelled { throw error }
          last = self.error(error)
        }
      }
      return last
    } catch {
      return self.error(error)
    }
  }

  private func request(_ bytes: [UInt8]) throws(SecretFileError) -> FetchRequest {
    var headers = [HeaderField(name: "Content-Type", value: "application/json")]
    if let secretFile {
      var secret = try SecretFile.read(secretFile)
      while secret.last == UInt8(ascii: "\n") || secret.last == UInt8(ascii: "\r") { secret.removeLast() }
      let signature = Digest.hmacSHA256(key: secret, of: bytes).hexadecimal
      headers.append(HeaderField(name: "Stet-Signature", value: "sha256=\(signature)"))
    }
    var request = FetchRequest(address, headers: headers)
    request.content = String(decoding: bytes, as: UTF8.self)
    return request
  }

  private func error(_ error: FetchError) -> NotificationError {
    let cause = error.cause.map { ": \($0)" } ?? ""
    return self.error("fetch.\(error.code.rawValue)", "no answer (\(error.code.rawValue)\(cause))")
  }

  private func error(_ code: String, _ reason: String) -> NotificationError {
    NotificationError(
      means: "webhook", code: code,
      description:
        "Cannot post to '\(address.hostAndPort)', the webhook of '\(RealPath.of(list) ?? list)': \(reason). "
        + "The next run tries again.")
  }
}

extension String {
  /// A sentence, to be part of another one.
  fileprivate var droppingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
