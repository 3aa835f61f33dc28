import Testing

@testable import StetExtract

@Suite struct AddressWordsTests {
  private func kinds(_ address: String) -> AddressWords.Kinds { AddressWords.kinds(in: Array(address.utf8)[...]) }

  @Test(
    "Folders and parameters tell what a page is",
    arguments: [
      "/author/ada", "https://example.com/Author/ada", "http://example.com/x/people/", "?author=3",
      "https://example.com?author=3",
      "//example.com/author/",
    ])
  func author(address: String) {
    #expect(kinds(address) == .author)
  }

  @Test(
    "A host's name, the page's own name and what stands behind '#' do not",
    arguments: [
      "https://people.example/ada", "https://author.example/", "http://tag.example", "https://tag",
      "//people.example/ada", "/author",
      "/x#/author/", "https:/", "http",
    ])
  func nothing(address: String) {
    #expect(kinds(address) == [])
  }
}
