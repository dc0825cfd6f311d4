/// Reads `aanbieders.csv`.
struct ProviderReader {
  private let agb = FileKind.providers.index(of: "aanbieder_agb")
  private let name = FileKind.providers.index(of: "naam")
  private let concern = FileKind.providers.index(of: "concern")

  /// The providers in the order of their codes' first rows, their AGB codes as eight digits, and
  /// the concerns' names.
  func read(
    _ file: RegisterFile
  ) throws -> (providers: [Provider], codes: InternTable, concerns: [String]) {
    var providers: [Provider] = []
    var codes = InternTable()
    var concerns = NameNumbering()
    var hasConcern: [Bool] = []
    var keyed = KeyedRows(file, keyColumns: [agb])
    try file.forEachRow { row in
      // Its zeros may have been restored in room that the next code needs.
      let code = row.requiredAGB(agb).map { Array($0.buffer) }
      let name = row.requiredText(name)
      let concern = name == nil ? nil : row.name(concern, default: self.name)
      guard let code, let name, let concern, row.isSound else { return }
      let isNew = code.withBytes { keyed.add($0, row) != nil }
      guard isNew else { return }
      hasConcern.append(row.text(self.concern) != nil)
      _ = code.withBytes { codes.intern($0) }
      providers.append(
        Provider(
          agb: String(decoding: code, as: UTF8.self), name: name.string,
          concern: concerns.add(concern)))
    }
    Dominance(providers.map(\.concern), isGiven: hasConcern)
      .tell(file.kind, "concern", &file.account.remarks)
    let (names, final) = concerns.numbered()
    for index in providers.indices { providers[index].concern = final[providers[index].concern] }
    return (providers, codes, names)
  }
}
