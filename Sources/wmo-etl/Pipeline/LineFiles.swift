import Analytics
import Ingest
import Reporting

/// The files that name lines and rules: what was rejected and what was found.
enum LineFiles {
  /// `rejects.csv`: where a line stands and why it is rejected, never what it says.
  static func rejects(_ rejects: [Reject]) -> [UInt8] {
    var file = CSVWriter()
    file.write(["bestand", "regel", "byte", "regelcode", "kolom", "melding"])
    for reject in rejects {
      let rule = reject.rule.rule
      file.write([
        reject.file, String(reject.line), String(reject.byte), rule.code, reject.column ?? "",
        rule.title,
      ])
    }
    return file.bytes
  }

  /// `bevindingen-regels.csv`: a row per finding.
  static func findings(_ hits: [Findings.Hit], _ providers: [Ingest.Provider]) -> [UInt8] {
    var file = CSVWriter()
    file.write([
      "bestand", "regel", "byte", "regelcode", "aanbieder_agb", "referentie_nummer", "bedrag",
    ])
    for hit in hits {
      file.write([
        hit.file, String(hit.line), String(hit.byte), hit.rule.code,
        providers[hit.provider].agb, hit.reference,
        FigureNotation.plain.digits(hit.cents, decimals: 2),
      ])
    }
    return file.bytes
  }
}
