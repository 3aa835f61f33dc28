internal import CLibXML2

/// The library as a whole.
enum LibXML2 {
  /// libxml2 sets itself up at first use; two threads that do so at once can wait for each other for ever
  /// (xmlInitParser: "should be called once before processing in case of use in multithreaded programs").
  static let isReady: Bool = {
    xmlInitParser()
    return true
  }()
}
