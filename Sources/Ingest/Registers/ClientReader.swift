/// Reads `clienten.csv`.
struct ClientReader {
  private let decoder = ClientDecoder()

  /// The clients in the order of their first rows, their identifiers, and the codes of wijken.
  func read(
    _ file: RegisterFile
  ) throws -> (clients: [Client], identifiers: InternTable, wijken: [String]) {
    var clients: [Client] = []
    clients.reserveCapacity(file.expectedRowCount)
    var wijken = InternTable()
    var malformed = LenientCounts()
    var keyed = KeyedRows(file, keyColumns: [decoder.client])
    let compared = keyed.compared
    try file.forEachChunk {
      decoder.decode($0, comparing: compared)
    } take: { chunk in
      for row in chunk.rows { malformed.add(row.malformed) }
      chunk.forEachNew(in: &keyed) { row in
        clients.append(
          Client(
            isListed: true, birth: row.birth, wijk: row.wijk.map { Int32(wijken.intern($0)) },
            death: row.death, place: row.place))
      }
    }
    malformed.tell(file.kind, &file.account.remarks)
    return (clients, keyed.keys, (0..<wijken.count).map(wijken.string))
  }
}

/// One row of `clienten.csv`, decoded. Its texts are valid until the chunk was taken.
struct ClientRow {
  let key: InternTable.Key
  let lineOfBlock: Int
  /// Its part of the chunk's texts.
  let text: Range<Int>
  let birth: Birth?
  /// The code without its prefix; a buurt belongs to the wijk of its first six characters.
  let wijk: InternTable.Key?
  let death: Day?
  let place: ClientPlace
  /// Its values that have not their form and are missing for that.
  let malformed: LenientColumns
}

/// The rows of a chunk of `clienten.csv`.
struct ClientChunk {
  let columns: RegisterColumns
  var rows: [ClientRow] = []
  /// What rows of one client are compared by (``RegisterRow/appendCanonical(_:to:)``).
  var texts: [UInt8] = []

  /// Adds all rows to those with a key, in their turn; calls `body` with the rows of new clients.
  func forEachNew(in keyed: inout KeyedRows, _ body: (ClientRow) -> Void) {
    texts.withBytes { texts in
      for run in rows.runs {
        for row in run { keyed.prefetch(row.key) }
        for row in run {
          let text = texts.slice(row.text.lowerBound, row.text.upperBound)
          let line = columns.firstLine + row.lineOfBlock
          if keyed.add(row.key, text, columns: columns, line: line) != nil { body(row) }
        }
      }
    }
  }
}

/// Decodes the rows of `clienten.csv`; several workers use it at once.
struct ClientDecoder {
  let client = FileKind.clients.index(of: "client_id")
  private let birthYear = FileKind.clients.index(of: "geboortejaar")
  private let birthDate = FileKind.clients.index(of: "geboortedatum")
  private let wijk = FileKind.clients.index(of: "wijk_code")
  private let buurt = FileKind.clients.index(of: "buurt_code")
  private let death = FileKind.clients.index(of: "overlijdensdatum")
  private let municipality = FileKind.clients.index(of: "gemeente_code")
  private let postcode = FileKind.clients.index(of: "postcode")

  func decode(_ rows: RegisterRows, comparing compared: [Int]) -> ClientChunk {
    var chunk = ClientChunk(columns: rows.columns)
    chunk.rows.reserveCapacity(rows.indices.count)
    rows.forEach { row in
      let client = row.requiredText(client)
      let year = row.year(birthYear)
      let date = row.day(birthDate)
      let death = row.openDay(death)
      let wijk = district(row)
      let (place, malformed) = place(row)
      guard let client, row.isSound else { return }
      let start = chunk.texts.count
      row.appendCanonical(compared, to: &chunk.texts)
      chunk.rows.append(
        ClientRow(
          key: InternTable.Key(client), lineOfBlock: row.lineOfBlock,
          text: start..<chunk.texts.count,
          birth: date.map(Birth.date) ?? year.map { .year(Int32($0)) },
          wijk: wijk.map(InternTable.Key.init), death: death, place: place, malformed: malformed))
    }
    return chunk
  }

  private func place(_ row: RegisterRow) -> (ClientPlace, LenientColumns) {
    var place = ClientPlace()
    var malformed: LenientColumns = []
    let (municipality, buurt) = (row.value(municipality), row.value(buurt))
    let restores = row.columns.restoresZeros
    if !municipality.isEmpty, !place.setMunicipality(municipality, restoringZeros: restores) {
      malformed.insert(.municipality)
    }
    if !buurt.isEmpty, !place.setBuurt(buurt, restoringZeros: restores) { malformed.insert(.buurt) }
    let postcode = row.value(postcode)
    if !postcode.isEmpty, !place.setPostcode(postcode) { malformed.insert(.postcode) }
    return (place, malformed)
  }

  private func district(_ row: RegisterRow) -> Bytes? {
    let (code, buurtCode) = (row.wijk(wijk), row.areaCode(buurt, width: 8))
    return code ?? buurtCode?.prefix(characters: 6)
  }
}
