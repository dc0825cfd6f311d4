extension DeclarationReader {
  /// Throws 65 where an unknown column holds nothing but signs of debit and credit, while there is
  /// no column debet_credit and no amount is negative: all credits would count as debits.
  ///
  /// The signs were collected by the pass over the lines. Amounts are looked at here, in a pass of
  /// their own, as hardly any file has such a column.
  func refuseUnmappedSigns(_ sketches: [[ColumnSketches]], workers: Int, chunkSize: Int) throws {
    var found: [HeaderName: (header: String, signs: SignSketch)] = [:]
    var order: [HeaderName] = []
    for (header, signs) in sketches.joined().flatMap(\.signColumns) {
      let name = HeaderName(header)
      if found[name] == nil {
        order.append(name)
        found[name] = (header, signs)
      } else {
        found[name]?.signs.merge(signs)
      }
    }
    let suspects = order.compactMap { found[$0] }.filter(\.signs.isSuspect)
    guard !suspects.isEmpty, parts.allSatisfy({ $0.header.position(of: "debet_credit") == nil }),
      try !hasNegativeAmount(workers: workers, chunkSize: chunkSize)
    else { return }
    throw RunFailure.unmappedSigns(suspects.map { ($0.header, $0.signs.isReadable) })
  }

  private func hasNegativeAmount(workers: Int, chunkSize: Int) throws -> Bool {
    let parts = parts.map { $0.again() }
    let team = (0..<max(1, workers)).map { _ in NegativeAmountSearch(parts, readings) }
    try ChunkReader(parts, chunkSize: chunkSize).distribute(among: team)
    return team.contains(where: \.hasFound)
  }
}

/// Looks for a negative amount in any record that is as wide as its header.
private final class NegativeAmountSearch: ChunkWorker {
  let buffer = ChunkBuffer()
  private(set) var hasFound = false
  private let parts: [PreparedPart]
  private let readings: [PartReading]
  private var parsers = RecordParsers()

  init(_ parts: [PreparedPart], _ readings: [PartReading]) {
    self.parts = parts
    self.readings = readings
  }

  func process(_ chunk: Chunk) throws {
    if hasFound { return }
    let (part, reading) = (parts[chunk.partIndex], readings[chunk.partIndex])
    let text = try part.text(of: chunk, in: buffer, isChecked: true)
    let block = try parsers.parse(text, FlawSigns(in: text), of: chunk, part)
    let broken = Set(block.broken)
    for index in 0..<block.count where !broken.contains(UInt32(index)) {
      let record = block[index]
      guard record.fieldCount == reading.layout.fieldCount,
        !reading.layout.isTotal(record, reading.decoder.missing)
      else { continue }
      let amount = reading.decoder.numbers.cents(
        CSVFields(record, reading.layout)[.amount].trimmed())
      if let amount, amount < 0 {
        hasFound = true
        return
      }
    }
  }
}

extension RunFailure {
  /// Unknown columns that look like debet_credit; `isReadable`: whether their values are as that
  /// column has them.
  fileprivate static func unmappedSigns(
    _ columns: [(header: String, isReadable: Bool)]
  ) -> RunFailure {
    let kind = FileKind.declarations.name
    let lines = columns.map { header, isReadable in
      let name = shortened(header)
      return "\(kind): the unknown column '\(name)' looks like debet_credit: it holds nothing but "
        + "signs of debit and credit, and no amount is negative; "
        + (isReadable ? "" : "write its values as D and C, and ")
        + "map it with debet_credit = \"\(name)\" under [kolommen.\(kind)], or leave it out"
    }
    return RunFailure(.unusableInput, lines.joined(separator: "\n"))
  }
}
