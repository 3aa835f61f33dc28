import StetHTML
import Testing

@Suite("Pages that tell nothing of their encoding") struct CharsetGuessTests {
  /// Windows-1252 text is told by nothing; the others by what they are made of.
  @Test(
    "Text in a well-known legacy encoding is recognised",
    arguments: [
      // Пришла зима, и снег покрыл поля и леса вокруг нашего города
      (
        "windows-1251",
        "cff0e8f8ebe020e7e8ece02c20e820f1ede5e320efeeeaf0fbeb20efeeebff20e820ebe5f1e020e2eeeaf0f3e3"
          + "20ede0f8e5e3ee20e3eef0eee4e0"
      ),
      // Наконец-то пришла весна, и на улицах города снова тепло
      (
        "koi8-r",
        "eec1cbcfcec5c32dd4cf20d0d2c9dbccc120d7c5d3cec12c20c920cec120d5ccc9c3c1c820c7cfd2cfc4c120d3"
          + "cecfd7c120d4c5d0cccf"
      ),
      // この映画はとても面白かったと思います。ドラマもある。
      (
        "shift_jis",
        "82b182cc896689e682cd82c682c482e096ca949282a982c182bd82c68e7682a282dc82b7814283688389837d82"
          + "e082a082e98142"
      ),
      // この映画はとても面白かったと思います。ドラマもある。
      (
        "euc-jp",
        "a4b3a4ceb1c7b2e8a4cfa4c8a4c6a4e2ccccc7f2a4aba4c3a4bfa4c8bbd7a4a4a4dea4b9a1a3a5c9a5e9a5dea4"
          + "e2a4a2a4eba1a3"
      ),
      // 이 영화는 정말 재미있습니다 그리고 다시 보고 싶은 작품이다 배우들도 훌륭하다
      (
        "euc-kr",
        "c0cc20bfb5c8adb4c220c1a4b8bb20c0e7b9ccc0d6bdc0b4cfb4d920b1d7b8aeb0ed20b4d9bdc320bab8b0ed20"
          + "bdcdc0ba20c0dbc7b0c0ccb4d920b9e8bfecb5e9b5b520c8c7b8a2c7cfb4d9"
      ),
      // 这部电影非常有意思我很喜欢男主角的表演推荐大家都去看一看
      (
        "gb18030",
        "d5e2b2bfb5e7d3b0b7c7b3a3d3d0d2e2cbbcced2badccfb2bbb6c4d0d6f7bdc7b5c4b1edd1ddcdc6bcf6b4f3bc"
          + "d2b6bcc8a5bfb4d2bbbfb4"
      ),
      // 這部電影非常有意思我很喜歡男主角的表演推薦大家都去看一看
      (
        "big5",
        "b36fb3a1b971bc76ab44b160a6b3b74eabe4a7daabdcb3dfc577a86ba544a8a4aabaaaedba74b1c0c2cba46aae"
          + "61b3a3a568acdda440acdd"
      ),
    ])
  func recognised(name: String, hexadecimal: String) {
    let digits = Array(hexadecimal)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    #expect(Charset.decode(Array("<p>".utf8) + bytes).name == name)
  }

  @Test(
    "Everything else is windows-1252",
    arguments: ["été à Noël, garçon déçu où maïs naïf œuvre", "¿Qué pasó, señor?", "naïve"])
  func western(text: String) {
    let latin1 = text.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : 0x9C }
    #expect(Charset.decode(latin1 + latin1 + latin1).name == "windows-1252")
  }
}
