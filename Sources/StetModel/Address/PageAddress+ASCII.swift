extension PageAddress {
  /// The host in ASCII: `xn--bcher-kva.example` for `bücher.example`, so that a host is one in both spellings.
  ///
  /// Labels are encoded as they stand, in lower case. Names that need more than that (wide letters, combining marks) get
  /// their form from whoever connects.
  public var asciiHost: String {
    if host.utf8.allSatisfy({ $0 < 0x80 }) { return host }
    return host.split(separator: ".", omittingEmptySubsequences: false).map(Punycode.label).joined(separator: ".")
  }
}
