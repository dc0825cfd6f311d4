import Foundation
import Ingest

/// Why an edition is safe: whole-number tables that fit all that the attacker knows, and for each cell
/// at risk two that are as far apart as the condition asks (`bewijs.json`). Internal: the tables are near
/// the truth.
struct Proof: Codable, Equatable {
  /// Per table the cells that differ from the run, with their values there.
  let tabellen: [[String: Int64]]
  /// Every cell at risk.
  let cellen: [Witness]
  /// Every figure that a client alone must not be able to compute.
  let alleen: [Confidence]
  /// Cells and figures that former editions give away already, which nothing can hide any more.
  let openbaar: [String]

  struct Witness: Codable, Equatable {
    let cel: String
    /// The number of the table, from 0; nil for the run itself.
    let laagste: Int?
    let hoogste: Int?
  }

  struct Confidence: Codable, Equatable {
    let bekend: String
    let cel: String
    let tabel: Int
  }

  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
  }
}

extension Proof {
  init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(Proof.self, from: Data(bytes))
  }

  /// The tables of an evidence that are needed, numbered anew.
  init(_ evidence: Evidence, of system: CellSystem) {
    var numbers: [Int: Int] = [:]
    var kept: [[String: Int64]] = []
    func number(_ table: Int?) -> Int? {
      guard let table else { return nil }
      if let number = numbers[table] { return number }
      numbers[table] = kept.count
      kept.append(
        Dictionary(
          uniqueKeysWithValues: evidence.tables[table].changes.map {
            (system.cells[$0.cell].name, system.cells[$0.cell].value + $0.difference)
          }))
      return numbers[table]
    }
    let atRisk = system.cells.indices.filter { system.cells[$0].protection != nil }
    cellen = atRisk.filter(evidence.isSafe).map { cell in
      Witness(
        cel: system.cells[cell].name, laagste: number(evidence.least(cell).table),
        hoogste: number(evidence.greatest(cell).table))
    }
    alleen = system.confidences.enumerated().compactMap { index, pair in
      number(evidence.keeping[index]).map {
        Confidence(
          bekend: system.cells[pair.known].name, cel: system.cells[pair.other].name, tabel: $0)
      }
    }
    openbaar =
      atRisk.filter { !evidence.isSafe($0) }.map { system.cells[$0].name }
      + system.confidences.enumerated().filter { !evidence.isKept($0.offset) }
      .map { system.cells[$0.element.other].name }
    tabellen = kept
  }
}
