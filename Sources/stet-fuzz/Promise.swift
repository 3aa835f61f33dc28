/// Ends the process, with a line that says why, unless a promise is kept. `precondition` has no words in a release build.
func promise(_ isKept: Bool, _ broken: String = "a promise is broken", file: StaticString = #fileID, line: UInt = #line)
{
  // A process that ends is how the fuzzer is told of a finding.
  if !isKept { fatalError(broken, file: file, line: line) }
}
