/// Reads `clienten.csv`.
struct ClientReader {
  private let client = FileKind.clients.index(of: "client_id")
  private let birthYear = FileKind.clients.index(of: "geboortejaar")
  private let birthDate = FileKind.clients.index(of: "geboortedatum")
  private let wijk = FileKind.clients.index(of: "wijk_code")
  private let buurt = FileKind.clients.index(of: "buurt_code")
  private let death = FileKind.clients.index(of: "overlijdensdatum")

  /// The clients in the order of their first rows, their identifiers, and the codes of wijken.
  func read(
    _ file: ReferenceFile
  ) throws -> (clients: [Client], identifiers: InternTable, wijken: [String]) {
    var clients: [Client] = []
    var wijken = InternTable()
    var keyed = KeyedRows(.clients, keyColumns: [client])
    var touched: UInt32 = 0  // of no meaning
    try file.forEachRow(
      ahead: { rows in
        for index in rows.indices { touched &+= keyed.touch(rows[index].value(client)) }
      }
    ) { row in
      let client = row.requiredText(client)
      let year = row.year(birthYear)
      let date = row.day(birthDate)
      let death = row.openDay(death)
      guard let client, row.isSound, keyed.add(client, row) != nil else { return }
      clients.append(
        Client(
          isListed: true,
          birth: date.map(Birth.date) ?? year.map { .year(Int32($0)) },
          wijk: district(row, &wijken),
          death: death
        )
      )
    }
    return (clients, keyed.keys, (0..<wijken.count).map(wijken.string))
  }

  /// The code of the client's wijk without its prefix, interned; a buurt belongs to the wijk of its
  /// first six characters.
  private func district(_ row: ReferenceRow, _ wijken: inout InternTable) -> Int32? {
    if let wijk = row.text(wijk) { return Int32(wijken.intern(wijk.withoutAreaPrefix)) }
    guard let code = row.text(buurt)?.withoutAreaPrefix else { return nil }
    let start = code.slice(0, min(6, code.count))
    if RecordParser.asciiPrefix(start) == start.count { return Int32(wijken.intern(start)) }
    let characters = String.UnicodeScalarView(code.string.unicodeScalars.prefix(6))
    return Int32(wijken.intern(String(characters)))
  }
}

extension Bytes {
  /// CBS's kind of area in front of its code; the code begins with a digit.
  enum AreaPrefix: String, CaseIterable {
    case municipality = "GM"
    case district = "WK"
    case neighbourhood = "BU"
  }

  var areaPrefix: AreaPrefix? {
    guard count >= 3, self[2] &- 0x30 <= 9 else { return nil }
    return AreaPrefix.allCases.first { prefix in
      withBytes(of: prefix.rawValue) { $0.equals(slice(0, 2)) }
    }
  }

  /// `WK063701` and `063701` are one district.
  var withoutAreaPrefix: Bytes {
    areaPrefix == nil ? self : slice(2, count)
  }
}
