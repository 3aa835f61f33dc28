internal import StetModel

/// JSON values as YAML that every parser reads as the same values, whether it follows 1.1 or 1.2.
///
/// Texts are always quoted: a title `no`, `2012-11-17` or `~` stays a text. Members with null are left out.
enum YAMLText {
  /// A mapping in block style, a member a line; names have to be plain words.
  static func mapping(_ object: JSONObject, indent: String = "") -> String {
    var out = ""
    for member in object.members {
      switch member.value {
      case .null: continue
      case .object(let object) where !object.isEmpty:
        out += "\(indent)\(member.name):\n" + mapping(object, indent: indent + "  ")
      case .array(let values) where !values.isEmpty:
        out += "\(indent)\(member.name):\n" + values.map { "\(indent)  - \(flow($0))\n" }.joined()
      default: out += "\(indent)\(member.name): \(flow(member.value))\n"
      }
    }
    return out
  }

  /// A value on one line.
  private static func flow(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): quoted(text)
    case .array(let values): "[" + values.map(flow).joined(separator: ", ") + "]"
    case .object(let object):
      "{" + object.members.map { "\(quoted($0.name)): \(flow($0.value))" }.joined(separator: ", ") + "}"
    case .null, .bool, .number: String(decoding: CompactJSON.bytes(value), as: UTF8.self)
    }
  }

  /// A double-quoted scalar (YAML 1.2, 7.3.1): what is not printable there, what could be taken for a line break, and what
  /// reverses a line, is escaped.
  static func quoted(_ text: String) -> String {
    var out = "\""
    out.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default:
        if isEscaped(scalar.value) {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          out += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }

  private static func isEscaped(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
