import StetModel

/// RFC 6902 as its readers understand it: the three operations, with every check that the RFC demands.
enum JSONPatchReader {
  enum Failure: Error { case noSuchPlace(String), unknownOperation }

  static func apply(_ patch: JSONValue, to document: JSONValue) throws -> JSONValue {
    var document = document
    for operation in patch.array ?? [] {
      let path = operation["path"]?.string ?? "?"
      let tokens = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
        String($0).replacing("~1", with: "/").replacing("~0", with: "~")
      }
      try change(&document, tokens[...], operation["op"]?.string ?? "", operation["value"], path)
    }
    return document
  }

  private static func change(
    _ target: inout JSONValue, _ tokens: ArraySlice<String>, _ name: String, _ value: JSONValue?, _ path: String
  ) throws {
    guard let token = tokens.first else {
      guard name == "replace", let value else { throw Failure.noSuchPlace(path) }
      target = value
      return
    }
    let isLast = tokens.count == 1
    switch target {
    case .object(var object):
      let known = object[token]
      if isLast {
        guard (known == nil) == (name == "add") else { throw Failure.noSuchPlace(path) }
        object[token] = name == "remove" ? nil : value
      } else {
        guard var inner = known else { throw Failure.noSuchPlace(path) }
        try change(&inner, tokens.dropFirst(), name, value, path)
        object[token] = inner
      }
      target = .object(object)
    case .array(var array):
      guard let index = Int(token), index >= 0, index < array.count + (isLast && name == "add" ? 1 : 0) else {
        throw Failure.noSuchPlace(path)
      }
      switch (isLast, name, value) {
      case (false, _, _): try change(&array[index], tokens.dropFirst(), name, value, path)
      case (true, "add", let value?): array.insert(value, at: index)
      case (true, "remove", _): array.remove(at: index)
      case (true, "replace", let value?): array[index] = value
      default: throw Failure.unknownOperation
      }
      target = .array(array)
    default: throw Failure.noSuchPlace(path)
    }
  }
}
