import Testing

@testable import StetExtract

/// What is no text at all.
@Suite struct BinaryCheckTests {
  private let page = "<html><body><p>A quiet film, and a good one.</p></body></html>"

  @Test("UTF-16 is text, UTF-32 is not, whatever its byte order")
  func wideCharacters() {
    func bytes<Unit: FixedWidthInteger>(_ units: [Unit]) -> [UInt8] {
      units.flatMap { unit in withUnsafeBytes(of: unit.littleEndian, Array.init) }
    }
    #expect(BinaryCheck.kind(of: [0xFF, 0xFE] + bytes(Array(page.utf16))) == nil)
    let wide = page.unicodeScalars.map(\.value)
    #expect(BinaryCheck.kind(of: [0xFF, 0xFE, 0, 0] + bytes(wide)) == "text in UTF-32")
    #expect(BinaryCheck.kind(of: [0, 0, 0xFE, 0xFF] + bytes(wide.map(\.byteSwapped))) == "text in UTF-32")
    #expect(BinaryCheck.kind(of: bytes(wide)) != nil)
  }
}
