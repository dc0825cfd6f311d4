import Analytics
package import Ingest
import Reporting

extension RunComparison {
  /// A line for each figure that differs, as a CSV file: `tabel`, `sleutel` (every key column as
  /// `kolom=waarde`, joined by `; `), `kolom`, `was`, `is`, `verschil`.
  ///
  /// Of a row that only one run has, every figure that is not empty. A row that holds no figure has a
  /// line without `kolom`, so that it is not taken for one that is not there. Figures are written as
  /// in the tables of a run.
  package var csv: [UInt8] {
    let format = CSVFormat()
    var file = CSVWriter()
    file.write(["tabel", "sleutel", "kolom", "was", "is", "verschil"])
    for table in tables {
      for row in table.rows {
        let key = zip(row.key, table.keyColumns).map { cell, column in
          "\(column.name.text)=\(format.field(of: cell, column.type))"
        }.joined(separator: "; ")
        if row.isBlank { file.write([table.name, key, "", "", "", ""]) }
        for figure in row.figures {
          file.write([
            table.name, key, figure.column.name.text,
            format.field(of: figure.was, figure.column.type),
            format.field(of: figure.now, figure.column.type),
            figure.difference.map { format.field(of: .number($0), figure.differenceType) } ?? "",
          ])
        }
      }
    }
    return file.bytes
  }

  /// Writes ``csv``; a reader sees the former file or the whole new one. Throws 64, 73 or 74.
  package func writeCSV(to path: String) throws(RunFailure) {
    for run in [old, new] where PublishedRun.lies(path, in: run.path) { throw .csvInRun(path) }
    guard !DurableFile.isSpecial(path) else { throw .csvInTheWay(path) }
    do throws(RunFailure) {
      try DurableFile.replace(csv, at: path)
    } catch {
      // Its message tells of --output.
      throw error.status == .cannotCreateOutput ? .cannotCreateCSV(path) : error
    }
  }
}

/// What becomes of `--csv FILE`.
extension RunFailure {
  fileprivate static func csvInRun(_ path: String) -> RunFailure {
    RunFailure(
      .usage, "\(path) lies in a published run, which is never changed; give another file to --csv")
  }

  fileprivate static func csvInTheWay(_ path: String) -> RunFailure {
    RunFailure(
      .cannotCreateOutput,
      "\(path) is a folder, a link or a device; give the name of a file to --csv, or - for standard "
        + "output")
  }

  fileprivate static func cannotCreateCSV(_ path: String) -> RunFailure {
    RunFailure(
      .cannotCreateOutput,
      "\(path) cannot be created; give --csv a file in a folder that is there and can be written to, "
        + "or - for standard output")
  }
}
