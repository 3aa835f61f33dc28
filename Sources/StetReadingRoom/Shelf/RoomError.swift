/// Why a place of the room cannot be shown.
struct RoomError: Error {
  enum Code: Int { case badRequest = 400, notFound = 404, gone = 410, trouble = 500 }

  let code: Code
  /// For the reader, a whole sentence.
  let message: String
  /// Header fields that go with it.
  var headers: [(name: String, value: String)] = []

  static let noVersion = RoomError(
    code: .notFound, message: "The archive knows this page, but has no version of it: what came was set aside.")

  static let notFound = RoomError(code: .notFound, message: "There is nothing at this address.")
}
