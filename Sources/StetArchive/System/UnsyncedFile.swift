/// A file that was written and is not durable yet; its descriptor is open until `DurableFile.close`.
struct UnsyncedFile {
  let descriptor: Int32
  /// The name that it has by now: a temporary one for a new file.
  let path: String
}
