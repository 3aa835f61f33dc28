public import StetYAML

/// A `stet.yaml` that cannot be used, with everything that is wrong with it.
public struct WatchlistError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's path.
  public let path: String
  /// What is wrong, in the order of the file; never empty.
  public let faults: [YAMLFault]

  init(path: String, _ faults: [YAMLFault]) {
    self.path = path
    self.faults = faults
  }

  init(path: String, _ message: String) { self.init(path: path, [YAMLFault(message)]) }

  /// One line for each fault: `Cannot use 'stet.yaml:12:5': …`.
  public var lines: [String] {
    faults.map { fault in
      let place = [fault.line, fault.column].compactMap { $0 }.map { ":\($0)" }.joined()
      return "Cannot use '\(path)\(place)': \(fault.message)\(fault.message.hasSuffix(".") ? "" : ".")"
    }
  }

  /// The lines.
  public var description: String { lines.joined(separator: "\n") }
}
