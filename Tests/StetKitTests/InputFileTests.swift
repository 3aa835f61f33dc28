import StetGzip
import StetKit
import StetTestSupport
import Testing

@Suite struct InputFileTests {
  let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  private func code(_ path: String, maximumBytes: Int = 1000) -> InputError.Code? {
    do throws(InputError) {
      _ = try InputFile(maximumBytes: maximumBytes).content(of: path)
      return nil
    } catch {
      #expect(error.subject == path)
      return error.code
    }
  }

  @Test("A file's bytes come back as they are")
  func plain() throws {
    let path = try folder.write("page.html", "<p>Ada")
    #expect(try InputFile().content(of: path) == Array("<p>Ada".utf8))
  }

  @Test("What is no regular file is read up to the limit, and no further")
  func device() throws {
    #expect(code("/dev/zero") == .tooLarge)
    #expect(try InputFile().content(of: "/dev/null") == [])
  }

  @Test("Gzip is known by its bytes, whatever the name")
  func gzip() throws {
    let path = try folder.write("page.html", Gzip.compress(Array("<p>Ada".utf8)))
    #expect(try InputFile().content(of: path) == Array("<p>Ada".utf8))
  }

  @Test("A file that is not there, a folder, a path through a file")
  func missing() throws {
    #expect(code(folder.path("none.html")) == .noSuchFile)
    #expect(code(folder.path) == .isFolder)
    let path = try folder.write("page.html", "x")
    #expect(code(path + "/x") == .noSuchFile)
  }

  @Test("A file over the limit is an error, not a short page")
  func limit() throws {
    let fits = try folder.write("fits.html", [UInt8](repeating: 65, count: 1000))
    #expect(try InputFile(maximumBytes: 1000).content(of: fits).count == 1000)
    #expect(code(try folder.write("long.html", [UInt8](repeating: 65, count: 1001))) == .tooLarge)
  }

  @Test("Gzip that inflates past the limit is an error")
  func bomb() throws {
    let bomb = try Gzip.compress([UInt8](repeating: 65, count: 1_000_000))
    #expect(code(try folder.write("bomb.gz", bomb), maximumBytes: 100_000) == .tooLarge)
  }

  @Test("Broken gzip is an error")
  func brokenGzip() throws {
    let bytes = try Gzip.compress(Array("<p>Ada and Grace".utf8))
    #expect(code(try folder.write("short.gz", bytes.dropLast(6))) == .damaged)
  }

  @Test("A WARC file is named for what it is, by its name or its bytes")
  func warc() throws {
    #expect(code(try folder.write("a.warc.gz", "anything")) == .webArchive)
    #expect(code(try folder.write("a.html", "WARC/1.1\r\n")) == .webArchive)
    #expect(code(folder.path("none.warc.gz")) == .noSuchFile)
  }
}
