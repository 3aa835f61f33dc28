internal import StetModel

/// The list of pages for a batch: JSON Lines of `{"id", "url"?, "path"}`.
public struct BatchManifest: Sendable, Hashable {
  /// The pages, in order.
  public var entries: [BatchEntry] = []
  /// Lines, from 1, whose `url` is no http or https address: their pages are read as if there was none.
  public var linesWithoutUsableAddress: [Int] = []

  /// Reads a manifest. Relative paths start from `folder`; empty lines are passed over.
  /// - Throws: `ManifestError` for the first line that does not fit: nothing is read from a manifest with a mistake.
  public static func read(_ bytes: [UInt8], subject: String, folder: String) throws(ManifestError) -> BatchManifest {
    var manifest = BatchManifest()
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard !line.allSatisfy(ASCII.isSpace) else { continue }
      do throws(Mistake) {
        let (entry, hasBadAddress) = try entry(Array(line), folder: folder)
        manifest.entries.append(entry)
        if hasBadAddress { manifest.linesWithoutUsableAddress.append(number) }
      } catch {
        throw ManifestError(subject: subject, line: number, reason: error.reason)
      }
    }
    return manifest
  }

  /// The folder that paths of a manifest start from: the manifest's own.
  public static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  private struct Mistake: Error { let reason: String }

  private static func entry(_ line: [UInt8], folder: String) throws(Mistake) -> (BatchEntry, hasBadAddress: Bool) {
    let value: JSONValue
    do throws(JSONParseError) {
      value = try JSONParser.parse(line)
    } catch {
      throw Mistake(reason: "\(error). Write {\"id\": …, \"url\": …, \"path\": …} on each line.")
    }
    guard let object = value.object else { throw Mistake(reason: "it is not a JSON object. Write {\"id\": …, …}.") }
    guard let id = object["id"], id.string != nil || id.number != nil else {
      throw Mistake(reason: "'id' is missing or not a string. Give the page a name of its own.")
    }
    guard let path = object["path"]?.string, !path.isEmpty else {
      throw Mistake(reason: "'path' is missing or not a string. Name the file that holds the page.")
    }
    guard !path.utf8.contains(0) else {
      throw Mistake(reason: "'path' has a NUL character, which no path can have. Take it out.")
    }
    let url = object["url"].flatMap { $0 == .null ? nil : $0 }
    let address = url?.string.flatMap { PageAddress($0) }
    let entry = BatchEntry(id: id, address: address, path: path.hasPrefix("/") ? path : folder + path)
    return (entry, url != nil && address == nil)
  }
}
