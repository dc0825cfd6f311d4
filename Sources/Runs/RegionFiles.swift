import Analytics
import Foundation
package import Ingest
import Reporting

/// From the published runs of municipalities to the files of their region:
///
///     runs → their tables `regio` and `overlap` → refusals → one of each → DIR
///
/// The files are a function of the runs' `report.json`, whatever the order of the runs.
package struct RegionFiles {
  private let runs: [PublishedRun]
  private let tables: RegionTables

  /// Throws 65 for runs that do not belong together, and what opening a run can come to.
  package init(_ runs: [PublishedRun]) throws(RunFailure) {
    self.runs = runs
    tables = RegionTables(try RegionPart.parts(of: runs))
  }

  /// Writes `regio.csv` and `overlap.csv`, each at once. Throws 64, 73 or 74.
  package func write(to folder: String) throws(RunFailure) {
    for run in runs { try run.refuseTarget(folder) }
    try DurableFile.createFolder(folder)
    for table in [tables.region, tables.overlap] {
      try DurableFile.replace(CSVFormat().bytes(of: table), at: "\(folder)/\(table.name).csv")
    }
    try DurableFile.synchronise(folder: folder)
  }
}
