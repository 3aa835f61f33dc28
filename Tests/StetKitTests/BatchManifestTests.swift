import StetKit
import StetModel
import Testing

@Suite struct BatchManifestTests {
  private func read(_ text: String) throws(ManifestError) -> [BatchEntry] {
    try BatchManifest.read(Array(text.utf8), subject: "m.jsonl", folder: "pages/").entries
  }

  @Test("Paths start from the manifest's folder, empty lines are passed over, the address may be missing")
  func entries() throws {
    let entries = try read(
      """
      {"id":"a","url":"https://example.org/a","path":"a.html"}

      {"id":2,"path":"/tmp/b.html","more":true}
      """)
    #expect(
      entries == [
        BatchEntry(id: "a", address: PageAddress("https://example.org/a"), path: "pages/a.html"),
        BatchEntry(id: 2, address: nil, path: "/tmp/b.html"),
      ])
  }

  @Test(
    "A mistake is named with its line",
    arguments: [
      ("not json", "not valid JSON"), ("[]", "not a JSON object"), ("{\"path\":\"x\"}", "'id'"),
      ("{\"id\":\"x\"}", "'path'"), (#"{"id":"x","path":"a\u0000b"}"#, "NUL"),
    ])
  func mistakes(line: String, word: String) throws {
    let error = #expect(throws: ManifestError.self) { try read("{\"id\":\"a\",\"path\":\"a\"}\n\n" + line) }
    #expect(error?.line == 3)
    #expect(error?.description.contains(word) == true)
    #expect(error?.description.contains("'m.jsonl', line 3") == true)
  }

  @Test(
    "The folder of a manifest",
    arguments: [
      ("m.jsonl", ""), ("/m.jsonl", "/"), ("a/b/m.jsonl", "a/b/"), ("-", ""),
    ])
  func folder(path: String, folder: String) {
    #expect(BatchManifest.folder(of: path) == folder)
  }
}
