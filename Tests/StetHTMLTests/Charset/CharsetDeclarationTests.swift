import StetHTML
import Testing

@Suite("What a page says of its encoding") struct CharsetDeclarationTests {
  /// The encoding found for a page with one byte that is not UTF-8.
  private func name(_ head: String) -> String { Charset.decode(Array(head.utf8) + [0xE9]).name }

  @Test(
    "A declaration is found in all its forms",
    arguments: [
      "<meta charset=koi8-r>", "<META CHARSET='KOI8-R'/>", "<meta/charset=\"koi8-r\" >", "<meta a=b charset = koi8-r>",
      "<meta http-equiv=content-type content='text/html; charset=koi8-r'>",
      "<meta content=\"text/html;charset=koi8-r;x=y\" http-equiv='Content-Type'>",
      "<meta http-equiv=Content-Type content='text/html; charset = \"koi8-r\"'>",
      "<?xml version='1.0' encoding='koi8-r'?><html>", "<!-- x --><meta charset=koi8-r>", "<!--><meta charset=koi8-r>",
      "<!doctype html><html lang=ru><head><title>a > b</title><meta charset=koi8-r>",
      "<p title='<meta charset=gbk>'><meta charset=koi8-r>", "<meta charset=nonsense><meta charset=koi8-r>",
      "</p><? x ?></3><meta charset=koi8-r>",
    ])
  func forms(head: String) {
    #expect(name(head) == "koi8-r")
  }

  @Test("A declaration far from the start is found")
  func late() {
    #expect(name("<script>" + String(repeating: "x < y;", count: 8_000) + "</script><meta charset=koi8-r>") == "koi8-r")
  }

  @Test(
    "What is no declaration declares nothing",
    arguments: [
      "<!-- <meta charset=koi8-r> -->", "<metadata charset=koi8-r>", "<meta name=x content='charset=koi8-r'>",
      "<meta http-equiv=refresh content='charset=koi8-r'>", "<p charset=koi8-r>", "<!-- <meta charset=koi8-r>", "<meta",
      "<meta charset", "<meta charset=", "<meta charset='koi8-r", "<", "<!", "<!--", "<?xml", "<?xml encoding",
    ])
  func none(head: String) {
    #expect(name(head) == "windows-1252")
  }

  @Test("A page that is read as ASCII is not in UTF-16, whatever it says")
  func utf16() {
    let decoded = Charset.decode(Array("<meta charset=utf-16>é".utf8))
    #expect(decoded.name == "utf-8")
  }
}
