internal import Glibc

/// What `Scripts/fuzz` runs. libFuzzer brings the `main`; the variable STET_FUZZ_TARGET names the target, without it
/// the names of all are printed, a line each.
enum StetFuzz {
  static let target: FuzzTarget = {
    guard let name = getenv("STET_FUZZ_TARGET").map({ String(cString: $0) }) else {
      for target in FuzzTarget.allCases { print(target.rawValue) }
      exit(0)
    }
    guard let target = FuzzTarget(rawValue: name) else { exit(64) }
    return target
  }()
}

/// Called once, before the first input (LLVM, "libFuzzer", startup initialization).
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _: UnsafeMutablePointer<Int32>, _: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>>>
) -> Int32 {
  _ = StetFuzz.target
  return 0
}

/// One input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  StetFuzz.target.run(Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}
