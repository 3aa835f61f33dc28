internal import StetModel

/// One JSON array, printed element by element in the form that `PrettyJSON` gives the whole.
struct JSONArrayPrinting {
  private let output: StandardOutput
  private var isEmpty = true

  init(_ output: StandardOutput) { self.output = output }

  mutating func print(_ element: JSONValue) throws(OutputError) {
    try output.write(isEmpty ? "[" : ",")
    isEmpty = false
    // The bytes of an array of one, without its brackets: "[" before, "\n]\n" after.
    try output.write(PrettyJSON.bytes(.array([element]), order: .kept).dropFirst().dropLast(3))
  }

  /// After the last element.
  func finish() throws(OutputError) { try output.write(isEmpty ? "[]\n" : "\n]\n") }
}
