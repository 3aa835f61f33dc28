import StetModel
import Testing

@testable import StetExtract

@Suite struct PartFormTests {
  private func number(_ address: String, first: String, second: String) throws -> Int? {
    let host = "https://harbour.example"
    let form = PartForm(
      first: try #require(PageAddress(host + first)), second: try #require(PageAddress(host + second)))
    return try form.flatMap { form in form.number(of: try #require(PageAddress(host + address))) }
  }

  @Test(
    "The second page's address is the first one's with the number 2 in a form that means a page; the third follows",
    arguments: [
      ("/film", "/film/2", "/film/3"), ("/film/", "/film/2/", "/film/3/"), ("/film/", "/film/page/2/", "/film/page/3/"),
      ("/film", "/film?page=2", "/film?page=3"), ("/film?x=1", "/film?x=1&page=2", "/film?x=1&page=3"),
      ("/film?x=1", "/film?page=2&x=1", "/film?page=3&x=1"), ("/film?page=1", "/film?page=2", "/film?page=3"),
      ("/film.html", "/film-page-2.html", "/film-page-3.html"), ("/film.html", "/film.html/2", "/film.html/3"),
      ("/film/", "/film/2.html", "/film/3.html"), ("/film/1", "/film/2", "/film/3"),
      ("/film", "/film/seite-2", "/film/seite-3"), ("/film", "/film,page2", "/film,page3"),
      ("/film/index.html", "/film/2", "/film/3"), ("/2/film", "/2/film/2", "/2/film/3"),
      ("/film?utm_source=x", "/film/2?utm_source=y", "/film/3"),
    ])
  func forms(first: String, second: String, third: String) throws {
    #expect(try number(third, first: first, second: second) == 3)
    #expect(try number(second, first: first, second: second) == 2)
    #expect(try number(first, first: first, second: second) == nil)
  }

  @Test(
    "A number that may be part of a name, of a series, or of another page is no page's",
    arguments: [
      ("/film", "/film-2"), ("/film", "/film-2/"), ("/film-1", "/film-2"), ("/saga-part-1", "/saga-part-2"),
      ("/film", "/other/2"), ("/film", "/film/comment-page-2"), ("/film", "/film?cpage=2"), ("/", "/page/2"),
      ("/?p=1", "/?p=2"), ("/film", "/film/12"), ("/film", "/film/3"), ("/film", "/film/2/reviews"), ("/film", "/film"),
      ("/archive/123", "/archive/124"), ("/2024/film", "/2024/film-2"), ("/film", "/film?id=2"), ("/film", "/film/x2"),
    ])
  func others(first: String, second: String) throws {
    #expect(try number(second, first: first, second: second) == nil)
  }

  @Test("A slash at the end makes no other page, nor does the scheme")
  func slash() throws {
    for second in ["/film/2", "/film/2/"] {
      for third in ["/film/3", "/film/3/", "/film/3/?utm_source=x"] {
        #expect(try number(third, first: "/film", second: second) == 3)
      }
    }
    let first = try #require(PageAddress("https://harbour.example/film"))
    let form = PartForm(first: first, second: try #require(PageAddress("https://harbour.example/film/2")))
    let http = try #require(PageAddress("http://harbour.example/film/3/"))
    #expect(form?.number(of: http) == 3)
  }

  @Test("An international host is one in both spellings")
  func international() throws {
    let first = try #require(PageAddress("https://xn--bcher-kva.example/film"))
    let form = PartForm(first: first, second: try #require(PageAddress("https://bücher.example/film/2")))
    for host in ["bücher.example", "xn--bcher-kva.example"] {
      let third = try #require(PageAddress("https://\(host)/film/3"))
      #expect(form?.number(of: third) == 3)
    }
  }

  @Test("Another host is another site")
  func host() throws {
    let first = try #require(PageAddress("https://harbour.example/film"))
    #expect(PartForm(first: first, second: try #require(PageAddress("https://other.example/film/2"))) == nil)
  }

  @Test("A number of more than 200, with a zero in front, or with more around it is none")
  func numbers() throws {
    for address in ["/film/201", "/film/03", "/film/3a", "/film/", "/film/3/4"] {
      #expect(try number(address, first: "/film", second: "/film/2") == nil, "\(address)")
    }
  }
}
