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

  /// `bevindingen.csv`: a row per rule; none is assessed yet, and the file says so.
  static var findings: [UInt8] {
    var file = CSVWriter()
    file.write([
      "regelcode", "retourcode", "titel", "beoordeeld", "regels", "noemer", "bedrag", "aanbieders",
    ])
    for rule in Rule.findings {
      file.write([rule.code, rule.returnCode, rule.title, "nee", "", "", "", ""])
    }
    return file.bytes
  }

  /// `bevindingen-regels.csv`: a row per finding.
  static var findingLines: [UInt8] {
    var file = CSVWriter()
    file.write([
      "bestand", "regel", "byte", "regelcode", "aanbieder_agb", "referentie_nummer", "bedrag",
    ])
    return file.bytes
  }
}
