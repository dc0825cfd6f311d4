import Analytics
import Ingest
import Reporting

/// The files that name lines and rules: what was rejected and what was found. They come in pieces, as
/// of a bad delivery they are long.
enum LineFiles {
  /// `rejects.csv`: where a line stands and why it is rejected, never what it says.
  static func rejects(_ rejects: some RandomAccessCollection<Reject>) -> some Sequence<[UInt8]> {
    pieces(of: rejects, header: ["bestand", "regel", "byte", "regelcode", "kolom", "melding"]) {
      let rule = $0.rule.rule
      return [
        $0.file, String($0.line), String($0.byte), rule.code, $0.column ?? "", rule.title,
      ]
    }
  }

  /// `bevindingen-regels.csv`: a row per finding; none where findings are switched off.
  static func findings(
    _ findings: Findings?, _ providers: [Ingest.Provider]
  ) -> some Sequence<[UInt8]> {
    let header = [
      "bestand", "regel", "byte", "regelcode", "aanbieder_agb", "referentie_nummer", "bedrag",
    ]
    return pieces(of: findings?.hits, header: header) {
      [
        $0.file, String($0.line), String($0.byte), $0.rule.code, providers[$0.provider].agb,
        $0.reference, FigureNotation.plain.digits($0.cents, decimals: 2),
      ]
    }
  }

  private static let rowsPerPiece = 4096

  private static func pieces<Row>(
    of rows: (some RandomAccessCollection<Row>)?, header: [String],
    _ fields: @escaping (Row) -> [String]
  ) -> some Sequence<[UInt8]> {
    stride(from: 0, to: max(1, rows?.count ?? 0), by: rowsPerPiece).lazy.map { start in
      var file = CSVWriter()
      if start == 0 { file.write(header) }
      if let piece = rows?.dropFirst(start).prefix(rowsPerPiece) {
        for row in piece { file.write(fields(row)) }
      }
      return file.bytes
    }
  }
}
