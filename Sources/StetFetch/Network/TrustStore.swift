/// Which certificate authorities are trusted: the system's, or those that the environment names, as for curl.
struct TrustStore: Sendable, Hashable {
  /// A file of certificates in PEM form; nil for the system's.
  let file: String?
  /// A folder of certificates, hashed as c_rehash(1) does; nil for the system's.
  let folder: String?

  init(environment: [String: String]) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let bundle = value("CURL_CA_BUNDLE") {
      (file, folder) = (bundle, nil)
    } else {
      (file, folder) = (value("SSL_CERT_FILE"), value("SSL_CERT_DIR"))
    }
  }
}
