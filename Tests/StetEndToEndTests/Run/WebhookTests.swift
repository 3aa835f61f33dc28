import StetModel
import StetTestSupport
import Testing

/// Changes told to a webhook.
@Suite struct WebhookTests {
  private let work: Workplace
  private let hook: ScriptedServer
  /// As of a chat service: whoever knows the path may post.
  private let path = "/services/T024/open-sesame"

  init() throws {
    work = try Workplace()
    hook = try ScriptedServer(.host(0x4200))
    work.server.on("/1", .page(text: ReviewPage(title: "One").html))
    work.server.on("/2", .page(text: ReviewPage(title: "Two").html))
    try watch("/1")
    try work.folder.write("hook.key", "s3cret with spaces \n")
    _ = try work.shell("chmod 600 hook.key")
  }

  private func watch(_ paths: String...) throws {
    try work.folder.write(
      "stet.yaml",
      "sites:\n  - pages: [\(paths.map { work.server.address($0) }.joined(separator: ", "))]\n    delay: 0\n"
        + "notify:\n  webhook: \(hook.address(path))\n  webhook-secret-file: hook.key\n")
  }

  private var outbox: [String] { work.folder.files().filter { $0.hasPrefix("Archive/state/outbox/") } }

  @Test("A post is signed: its HMAC, computed by somebody else over what came, is the one in its header")
  func signature() throws {
    hook.on(path, .page(text: "thanks"))
    #expect(try work.stet("run").exitCode == 0)
    let post = try #require(hook.requests.first)
    #expect(post.method == "POST")
    #expect(post.header("Content-Type") == "application/json")
    let notice = try JSONParser.parse(post.body)
    #expect(notice["format"] == "stet-changes/1")
    #expect(notice["pages"]?.array?.map { $0["title"] } == ["One"])
    try work.folder.write("body", post.body)
    let expected = try work.shell("openssl dgst -sha256 -hmac 's3cret with spaces ' body | sed 's/.*= //'").output
    #expect(try #require(post.header("Stet-Signature")) + "\n" == "sha256=\(expected)")
    let other = try work.shell("openssl dgst -sha256 -hmac 's3cret' body | sed 's/.*= //'").output
    #expect(expected != other && expected.count == 65)
  }

  @Test("After 500 it is tried again in the same run; once it was taken it is never sent again")
  func again() throws {
    hook.on(path, inTurn: [.page(500, text: "busy"), .page(204, text: "")])
    #expect(try work.stet("run").exitCode == 0)
    #expect(hook.requests.count == 2)
    #expect(hook.requests[0].body == hook.requests[1].body)
    #expect(outbox.isEmpty)
    #expect(try work.stet("run").exitCode == 0)
    #expect(hook.requests.count == 2)
  }

  @Test(
    "What nobody took is kept, told once without the address that is a secret, and goes out with later runs, the oldest first, each once"
  )
  func kept() throws {
    hook.on(path, .page(500, text: "busy"))
    let first = try work.stet("run")
    #expect(first.exitCode == 3)
    #expect(hook.requests.count == 3)
    #expect(outbox.count == 1)
    #expect(first.errorOutput.contains("Cannot post to '\(hook.origin.replacing("http://", with: ""))'"))
    #expect(first.errorOutput.contains("the server answered 500"))
    hook.stop()
    try watch("/1", "/2")
    // Another trouble than before, and it is told: nobody listens now.
    let second = try work.stet("run")
    #expect(second.exitCode == 3)
    #expect(second.errorOutput.contains("no answer (cannotConnect"), "\(second.errorOutput)")
    #expect(!(first.errorOutput + second.errorOutput).contains("sesame"))
    #expect(outbox.count == 2)
    let other = try ScriptedServer(.host(0x4201))
    other.on(path, .page(text: "thanks"))
    let list = try work.folder.text("stet.yaml").replacing(hook.origin, with: other.origin)
    try work.folder.write("stet.yaml", list)
    let third = try work.stet("run")
    #expect(third.exitCode == 0)
    #expect(third.errorOutput == "")
    #expect(
      try other.requests.map { try JSONParser.parse($0.body)["pages"]?.array?.first?["title"] } == ["One", "Two"])
    #expect(outbox.isEmpty)
    #expect(try work.stet("run").exitCode == 0)
    #expect(other.requests.count == 2)
  }

  @Test(
    "What the server does not want is not tried again in the same run; a command that takes its time keeps no post waiting"
  )
  func refused() throws {
    hook.on(path, .page(403, text: "no"))
    try work.folder.write(
      "stet.yaml",
      try work.folder.text("stet.yaml")
        + "  command: \"for i in $(seq 300); do test -f posted && exit 0; sleep 0.1; done; exit 9\"\n")
    let folder = work.folder
    hook.on(path) { _ in
      _ = try? folder.write("posted", "")
      return .page(403, text: "no")
    }
    let run = try work.stet("run")
    #expect(run.exitCode == 3)
    #expect(hook.requests.count == 1)
    #expect(!run.errorOutput.contains("Cannot run the command"), "\(run.errorOutput)")
    #expect(outbox.map { $0.contains("/webhook/") } == [true])
  }
}
