/// Why a measurement cannot be made.
struct BenchError: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}
