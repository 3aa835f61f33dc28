import Testing

@testable import StetExtract

@Suite struct MarksTests {
  private let marks: Marks = ",|—：@"

  @Test("Signs of ASCII and beyond part a text; empty parts are left out")
  func split() {
    #expect("|Ada, Bo——Cy：Di|".split(at: marks) == ["Ada", " Bo", "Cy", "Di"])
    #expect("".split(at: marks).isEmpty)
    #expect("—,—".split(at: marks).isEmpty)
    #expect("Ada–Bo".split(at: marks) == ["Ada–Bo"])
  }

  @Test("Signs at the ends go, and white space where it is named; those inside stay")
  func ends() {
    let text = "\u{3000}— Ada, Bo：\u{A0}\n"
    #expect(text.dropping(leading: marks, spaces: true).dropping(trailing: marks, spaces: true) == "Ada, Bo")
    #expect(text.dropping(leading: marks, spaces: false) == text[...])
    #expect("—,".dropping(leading: marks, spaces: false) == "")
    #expect("—,".dropping(trailing: marks, spaces: false) == "")
  }
}
