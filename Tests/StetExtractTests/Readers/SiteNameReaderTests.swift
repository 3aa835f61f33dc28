import Testing

@testable import StetExtract

@Suite struct SiteNameReaderTests {
  @Test(
    "The site's name is taken off, the headline stays",
    arguments: [
      ("Fog at Sea | Example Weekly", "Example Weekly", "Fog at Sea"),
      ("Example Weekly » Fog at Sea", "Example Weekly", "Fog at Sea"),
      ("Fog at Sea – Example Weekly", "Example Weekly", "Fog at Sea"),
      ("Fog at Sea - Film - Example Weekly", "Example Weekly", "Fog at Sea"),
      ("Fog at Sea « Example Weekly", "Example Weekly", "Fog at Sea"),
      ("Example Weekly: Fog at Sea", "Example Weekly", "Example Weekly: Fog at Sea"),
      ("Example Weekly : Fog at Sea", "Example Weekly", "Fog at Sea"),
      ("Example Weekly :: Fog at Sea", "Example Weekly", "Fog at Sea"),
      ("Fog - and the sea that bore it", "Example Weekly", "Fog - and the sea that bore it"),
      ("Fog - and the sea that bore it - Example Weekly", "Example Weekly", "Fog - and the sea that bore it"),
      ("Fog at Sea | The Example Weekly", "Example Weekly", "Fog at Sea"),
      ("Fog at Sea | ExampleWeekly.com", "Example Weekly", "Fog at Sea"),
      ("Example Weekly", "Example Weekly", "Example Weekly"),
      ("Example Weekly | Example Weekly", "Example Weekly", "Example Weekly"),
      ("Fog at Sea | example.org", nil, "Fog at Sea"), ("Fog at Sea | Example", nil, "Fog at Sea"),
      ("Sea-faring: a 5/6 story", "Example", "Sea-faring: a 5/6 story"), ("Fog at Sea", nil, "Fog at Sea"),
      ("  Fog  at Sea |  Example Weekly ", "Example Weekly", "Fog at Sea"),
      ("Fog at Sea | Example Weekly - for harbours", "Example Weekly - for harbours", "Fog at Sea"),
      ("海霧｜例週刊", "例週刊", "海霧"), ("«Паромщик»: возвращение | Пример", "Пример", "«Паромщик»: возвращение"),
      ("Kritik: »Der Fährmann« | Beispiel", "Beispiel", "Kritik: »Der Fährmann«"),
    ] as [(String, String?, String)])
  func stripped(title: String, siteName: String?, expected: String) {
    #expect(SiteNameReader.stripped(title: title, siteName: siteName, host: "www.example.org") == expected)
  }

  @Test("In French a colon has a space before it and sets nothing apart")
  func spacedColons() {
    #expect(
      SiteNameReader.stripped(
        title: "Critique : le port | Exemple", siteName: "Exemple", host: "exemple.org", hasSpacedColons: true)
        == "Critique : le port")
    #expect(SiteNameReader.parts(of: "Critique : le port", hasSpacedColons: true) == ["Critique : le port"])
    #expect(SiteNameReader.parts(of: "Critique : le port") == ["Critique", "le port"])
  }

  @Test("Parts are set apart by marks, not by hyphens inside words")
  func parts() {
    #expect(
      SiteNameReader.parts(of: "Fog-bound | A tale · Two - Three/Four") == ["Fog-bound", "A tale", "Two", "Three/Four"])
    #expect(SiteNameReader.parts(of: "| Fog |") == ["Fog"])
    #expect(SiteNameReader.parts(of: "") == [])
  }

  @Test("A title without end is returned as it is")
  func long() {
    let title = String(repeating: "a | ", count: 100_000) + "b"
    #expect(SiteNameReader.stripped(title: title, siteName: "b", host: "b.example") == title)
  }
}
