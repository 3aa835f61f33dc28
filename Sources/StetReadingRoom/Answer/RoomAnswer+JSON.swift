internal import StetModel

extension RoomAnswer {
  /// A document for a program.
  init(json: JSONValue, headers: [(name: String, value: String)] = []) {
    self.init(type: "application/json", .bytes(PrettyJSON.bytes(json, order: .kept)), headers: headers)
  }
}
