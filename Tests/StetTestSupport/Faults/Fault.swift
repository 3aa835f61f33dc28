/// One way for a server to misbehave, and what has to come of it: a row of the tables in this folder.
public struct Fault: Sendable, CustomStringConvertible {
  /// What fetching the page has to come to.
  public enum Fetched: Sendable, Hashable {
    /// The page as it would be without the fault, byte for byte.
    case whole
    /// A complete response with this status, whatever it is worth.
    case page(Int)
    /// An error, by its code in StetFetch.
    case fails(String)
  }

  /// The limit that ends it; tests that cannot set limits leave it out where there is one.
  public enum Limit: Sendable, Hashable {
    /// It ends by itself, or by a limit of size or count.
    case none
    /// How long a server may send nothing.
    case stall
    /// The time for the whole page.
    case deadline
    /// The time to a connection.
    case connect
  }

  /// Makes the answer to a request.
  public typealias Answer = @Sendable (FaultyRequest) throws -> ScriptedResponse

  /// What the server does, in words.
  public let name: String
  /// What fetching comes to.
  public let fetched: Fetched
  /// The exit code of `stet archive` with this page alone.
  public let exit: Int32
  /// What ends it.
  public let limit: Limit
  let answer: Answer

  init(_ name: String, _ fetched: Fetched, exit: Int32, limit: Limit = .none, _ answer: @escaping Answer) {
    self.name = name
    self.fetched = fetched
    self.exit = exit
    self.limit = limit
    self.answer = answer
  }

  /// The name.
  public var description: String { name }

  /// The page as it would be without the fault, in UTF-8; no two rows have the same.
  public var html: [UInt8] {
    var page = ReviewPage()
    page.title = "The Film of the \(path.split(separator: "/").last ?? "")"
    return Array(page.html.utf8)
  }

  /// All rows.
  public static var all: [Fault] {
    truncation + compression + sizes + timing + redirects + lengths + chunks + statuses + interim + heads + content
  }

  /// The path where a server that was given the row by `ScriptedServer.on(_:)` has it: "/fault/" and the name, in ASCII.
  public var path: String {
    let words = name.utf8.split { byte in
      !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return "/fault/" + words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }
}

extension ScriptedServer {
  /// Misbehaves at another path than the row's; what stands below is at the row's.
  public func on(_ path: String, _ fault: Fault) {
    on([fault])
    on(path) { request in
      do { return try fault.answer(FaultyRequest(request, fault, at: path)) } catch {
        return .page(500, text: "<p>the fault itself fails: \(error)</p>")
      }
    }
  }

  /// Misbehaves at the row's path and everything below it.
  public func on(_ faults: [Fault]) {
    onOthers { request in
      // The longest path that fits: a name may begin with another one.
      let fault = faults.filter { request.path == $0.path || request.path.hasPrefix($0.path + "/") }
        .max { $0.path.utf8.count < $1.path.utf8.count }
      guard let fault else { return .page(404, text: "<p>no fault at \(request.path)</p>") }
      do { return try fault.answer(FaultyRequest(request, fault)) } catch {
        return .page(500, text: "<p>the fault itself fails: \(error)</p>")
      }
    }
  }
}
