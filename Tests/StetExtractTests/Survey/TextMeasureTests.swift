import Testing

@testable import StetExtract

@Suite struct TextMeasureTests {
  private func measure(_ text: String) -> (weight: Int32, punctuation: Int32) {
    let measure = TextMeasure(Array(text.utf8).span)
    return (measure.weight, measure.punctuation)
  }

  @Test("Each ASCII byte counts the same wherever it stands among eight")
  func everyByte() {
    for byte in UInt8(0)..<0x80 {
      let sign = String(Unicode.Scalar(byte))
      let weight: Int32 = byte > 0x20 ? 1 : 0
      let punctuation: Int32 = ",.!?;".utf8.contains(byte) ? 1 : 0
      for before in 0..<9 {
        for after in 0...9 {
          let found = measure(String(repeating: "a", count: before) + sign + String(repeating: "b", count: after))
          #expect(found == (weight + Int32(before + after), punctuation), "byte \(byte) behind \(before)")
        }
      }
    }
  }

  @Test("Eight signs at once are eight signs")
  func allSigns() { #expect(measure(",.!?;,.!") == (8, 8)) }

  @Test("Letters of scripts without spaces count twice, with their own stops")
  func eastAsian() {
    #expect(measure("夜は長い。") == (10, 1))
    #expect(measure("abcdefg夜，") == (11, 1))
  }
}
