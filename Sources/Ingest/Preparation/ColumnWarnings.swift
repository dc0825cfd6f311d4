/// What the headers of a run's parts lack: columns that rules need, and columns that are probably
/// there under a name that is not theirs.
struct ColumnWarnings {
  /// In the order of the files, and of each file's columns.
  private(set) var all: [RunWarning] = []
  private let rules: [Rule]

  init(_ parts: [FileKind: [PreparedPart]], _ rules: [Rule]) {
    self.rules = rules
    for kind in FileKind.allCases {
      guard let parts = parts[kind], !parts.isEmpty else { continue }
      let probable = parts.map(\.header.probableColumns)
      for (index, column) in kind.columns.enumerated() {
        if !column.isNeeded { noteMissing(index, of: kind, parts) }
        noteProbable(index, of: kind, zip(parts, probable).map { ($0.name, $1) })
      }
    }
  }

  private mutating func noteMissing(_ index: Int, of kind: FileKind, _ parts: [PreparedPart]) {
    let column = kind.columns[index].name
    let without = parts.filter { $0.header.positions[index] == nil }
    if without.isEmpty { return }
    let rules = rules.filter { $0.needs(column, of: kind) }.map(\.code)
    if without.count < parts.count {
      // Of the other files the parts are mostly years, of which each has its own form.
      guard kind == .declarations else { return }
      all.append(
        .columnMissingInParts(
          parts: PartList(without.map(\.name)), column: column, rules: rules))
    } else if !rules.isEmpty {
      all.append(
        .columnMissing(file: kind, column: column, rules: rules, partCount: parts.count))
    }
  }

  /// One warning for each header, however many parts have it.
  private mutating func noteProbable(
    _ index: Int, of kind: FileKind, _ parts: [(name: String, probable: [ProbableColumn])]
  ) {
    var names: [String: [String]] = [:]
    var order: [String] = []
    for part in parts {
      for probable in part.probable where probable.column == index {
        if names[probable.header] == nil { order.append(probable.header) }
        names[probable.header, default: []].append(part.name)
      }
    }
    for header in order {
      all.append(
        .probableColumn(
          file: kind, parts: PartList(names[header] ?? []), header: header,
          column: kind.columns[index].name))
    }
  }
}
