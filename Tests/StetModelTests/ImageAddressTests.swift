import StetModel
import Testing

@Suite struct ImageAddressTests {
  @Test(
    "The same image in another size has the same address",
    arguments: [
      "https://a.example/up/still.jpg", "http://a.example/up/still-300x200.jpg", "//a.example/up/still-scaled.jpg",
      "https://a.example/up/still@2x.jpg", "https://i0.wp.com/a.example/up/still.jpg?resize=300%2C200&ssl=1",
      "https://a.example/up/still.jpg?w=640&quality=80", "https://a.example/up/still_640x480.jpg",
    ])
  func same(address: String) {
    let address = address.hasPrefix("//") ? "https:" + address : address
    #expect(ImageAddress.comparable(address) == "//a.example/up/still.jpg")
  }

  @Test(
    "Another image has another address",
    arguments: [
      "https://a.example/up/still-2.jpg", "https://a.example/up/still.png", "https://a.example/up/still.jpg?id=3",
      "https://a.example/up/still-3x.jpg", "https://a.example/still.jpg", "https://b.example/up/still.jpg",
    ])
  func other(address: String) { #expect(ImageAddress.comparable(address) != "//a.example/up/still.jpg") }
}
