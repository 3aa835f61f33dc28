import StetTestSupport
import Testing

@Suite struct TemporaryDirectoryTests {
  @Test("Every folder is another one, and what is written can be read and listed")
  func files() throws {
    let (one, two) = (try TemporaryDirectory(), try TemporaryDirectory())
    #expect(one.path != two.path)
    try one.write("b/c/d.txt", "stet")
    try one.write("a", [0, 255])
    #expect(one.files() == ["a", "b/c/d.txt"])
    #expect(try one.text("b/c/d.txt") == "stet")
    #expect(try one.read("a") == [0, 255])
    #expect(two.files() == [])
  }

  @Test("The folder goes with its object, folders without the right to write included")
  func removal() throws {
    var folder: TemporaryDirectory? = try TemporaryDirectory()
    let path = try #require(folder?.path)
    try folder?.write("a/b", "x")
    try ProcessRun.expectSuccess("chmod", ["500", "\(path)/a"])
    folder = nil
    #expect(try ProcessRun.run("test", ["-e", path]).exitCode == 1)
  }
}

extension ProcessRun {
  fileprivate static func expectSuccess(_ executable: String, _ arguments: [String]) throws {
    #expect(try run(executable, arguments).exitCode == 0)
  }
}
