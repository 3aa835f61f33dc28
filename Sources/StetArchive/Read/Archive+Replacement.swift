extension Archive {
  /// When a file of a page's folder was last made, replaced or removed, in nanoseconds since 1970: it changes with every
  /// version and with every redaction, and not with visits that bring nothing new. nil when there is no such folder.
  /// - Parameter folder: below the archive's root, as the index has it.
  public func lastReplacement(folder: String) -> Int64? { PageSignature.of(folder, in: layout)?.folderTime }
}
