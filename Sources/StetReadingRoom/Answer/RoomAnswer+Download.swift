extension RoomAnswer {
  /// Something to be saved, whatever is in it.
  /// - Parameter name: what the file is to be called.
  init(download body: Body, name: String) {
    self.init(
      type: "application/octet-stream", body, headers: [("Content-Disposition", ContentDisposition.attachment(name))])
  }
}
