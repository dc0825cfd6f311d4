import Foundation
import Ingest
import Reporting

/// The configuration that a run was made with, key by key: what its file says, and over that what
/// held, flags and defaults included.
struct RunConfiguration {
  /// Values by dotted keys, as in `telregels.tussenpoos_maanden`; none is null or an object.
  private let values: [String: JSONValue]

  /// Throws a `DecodingError` where the manifest is none of this program.
  init(manifest bytes: Data) throws {
    let written = try JSONDecoder().decode(Written.self, from: bytes).configuration
    var values: [String: JSONValue] = [:]
    if let json = written[Self.file]?.text.flatMap(ConfigurationReader.json) {
      let file = try JSONDecoder().decode(Tree.self, from: Data(json.utf8))
      Self.flatten(file.value, "", into: &values)
    }
    for (key, value) in written where key != Self.file {
      Self.flatten(value.value, Self.placeInFile[key] ?? key, into: &values)
    }
    self.values = values
  }

  /// A whole number; nil where the key is not there or holds something else.
  func integer(_ key: String) -> Int? {
    guard case .integer(let number) = values[key] else { return nil }
    return Int(exactly: number)
  }

  /// The keys whose values differ, byte-wise, and both values; null where a run lacks the key.
  static func differences(
    _ old: RunConfiguration, _ new: RunConfiguration
  ) -> [(key: String, values: Changed<JSONValue>)] {
    Set(old.values.keys).union(new.values.keys).sorted(by: precedesByteWise).compactMap { key in
      let values = Changed(was: old.values[key] ?? .null, now: new.values[key] ?? .null)
      // By their bytes: texts are equal to Swift where they are written in two ways.
      return values.was.bytes == values.now.bytes ? nil : (key, values)
    }
  }

  /// The member of the manifest that holds the text of the file.
  private static let file = "bestand"

  /// Where the file has what the manifest's configuration names without its section.
  private static let placeInFile = [
    "basis": "periode.basis", "peildatum": "periode.peildatum",
    "tussenpoos_maanden": "telregels.tussenpoos_maanden",
    "gelijktijdig_maanden": "telregels.gelijktijdig_maanden",
    "leeftijdsklassen": "telregels.leeftijdsklassen", "hoofdstukken": "bijlage.hoofdstukken",
  ]

  private static func flatten(
    _ value: JSONValue, _ key: String, into values: inout [String: JSONValue]
  ) {
    switch value {
    case .null: return
    case .object(let members):
      for member in members {
        flatten(member.value, key.isEmpty ? member.key : "\(key).\(member.key)", into: &values)
      }
    default: values[key] = value
    }
  }

  private struct Written: Decodable {
    let configuration: [String: Tree]
  }

  /// Any JSON value; members of an object in the order of their keys.
  private struct Tree: Decodable {
    let value: JSONValue

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .null
      } else if let flag = try? container.decode(Bool.self) {
        value = .bool(flag)
      } else if let number = try? container.decode(Int64.self) {
        value = .integer(number)
      } else if let number = try? container.decode(Double.self) {
        value = .digits("\(number)")
      } else if let text = try? container.decode(String.self) {
        value = .string(text)
      } else if let elements = try? container.decode([Tree].self) {
        value = .array(elements.map(\.value))
      } else {
        let members = try container.decode([String: Tree].self)
        value = .object(
          members.keys.sorted(by: precedesByteWise).map { key in
            JSONValue.Member(key, members[key]?.value ?? .null)
          })
      }
    }

    var text: String? {
      guard case .string(let text) = value else { return nil }
      return text
    }
  }
}
