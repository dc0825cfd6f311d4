/// What the files tell of the municipality itself.
struct FoundMunicipality {
  private(set) var code: String?
  private(set) var codeEvidence = ""
  private(set) var name: String?
  private(set) var nameEvidence = ""

  init(_ files: [FileKind: ChosenFile]) {
    findCode(files)
    findName(files)
  }

  private mutating func findCode(_ files: [FileKind: ChosenFile]) {
    let sources = [
      (FileKind.clients, "gemeente_code"), (.districts, "wijk_code"), (.clients, "wijk_code"),
      (.clients, "buurt_code"),
    ]
    for (kind, column) in sources {
      guard let match = files[kind]?.match, kind.columns.contains(where: { $0.name == column }),
        let values = match.profile(column)?.values.filter({ !$0.isEmpty }), !values.isEmpty
      else { continue }
      let codes = Set(values.map(Self.code))
      // Several municipalities, or codes that are none.
      guard codes.count == 1, let found = codes.first, let code = found else { continue }
      self.code = code
      codeEvidence = "the first four digits of \(column) in \(kind.name)"
      return
    }
  }

  /// The code of the municipality in that of a district; nil for any other text.
  private static func code(_ value: [UInt8]) -> String? {
    let text = String(decoding: value, as: UTF8.self).uppercased()
    let digits = text.drop { "WKBUGM ".contains($0) }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    switch digits.count {
    case 3, 5, 7: return "0" + digits.prefix(3)
    case 4, 6, 8: return String(digits.prefix(4))
    default: return nil
    }
  }

  /// A line of a title, or a column with one value, that names it.
  private mutating func findName(_ files: [FileKind: ChosenFile]) {
    var names: [String: String] = [:]
    for kind in FileKind.allCases {
      for part in files[kind]?.parts ?? [] {
        for title in part.titles {
          if let name = title.firstMatch(of: /^(?i:gemeente)[: ]+(\p{L}[\p{L}' -]{1,38})$/)?.output
            .1
          {
            names[String(name)] = names[String(name)] ?? "a line above the header of \(part.name)"
          }
        }
        for column in part.columns {
          guard
            ["gemeente", "gemeentenaam", "municipality", "naamgemeente"].contains(
              HeaderName(column.header).normalised),
            Set(column.values).count == 1, let value = column.values.first,
            value.contains(where: { asciiLowered($0) &- 0x61 < 26 })
          else { continue }
          let name = String(decoding: value, as: UTF8.self)
          names[name] = names[name] ?? "the column '\(column.header)' of \(part.name)"
        }
      }
    }
    guard names.count == 1, let found = names.first else { return }
    (name, nameEvidence) = (found.key, found.value)
  }
}
