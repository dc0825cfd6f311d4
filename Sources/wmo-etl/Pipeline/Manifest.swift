import Analytics
import Foundation
import Ingest
import Reporting

/// `manifest.json`: what a run read, how it was told to count, and what it published.
struct Manifest {
  let result: Pipeline.Result
  let ladder: Ladder
  let outputs: [PublishedFile]

  /// What reports tell of the run; read from the manifest, as when they are made later.
  static func account(of result: Pipeline.Result, _ ladder: Ladder) throws -> RunAccount {
    try RunAccount(manifest: Data(Manifest(result: result, ladder: ladder, outputs: []).bytes))
  }

  /// The hash over the names and bytes of the inputs and the configuration.
  static func hash(of result: Pipeline.Result) -> String {
    let inputs = result.inputs.map { "\($0.name)\n\($0.sha256)\n" }.joined()
    return shortHash(of: inputs + String(decoding: configuration(result).bytes, as: UTF8.self))
  }

  var bytes: [UInt8] {
    let json: JSONValue = [
      "version": .string(Version.current),
      "hash": .string(Self.hash(of: result)),
      "configuration": Self.configuration(result),
      "inputs": .array(
        result.inputs.map {
          [
            "name": .string($0.name), "bytes": .count($0.byteCount), "sha256": .string($0.sha256),
            "rows": .count($0.rowCount), "lines": .count($0.lines.count),
          ]
        }),
      "notes": .array(result.remarks.notes.map { .string($0) }),
      "warnings": .array(result.warnings.map { .string($0.english) }),
      "waarschuwingen": .array(result.warnings.map { .string($0.dutch) }),
      "ladder": ladder.json,
      "outputs": .array(
        outputs.map { ["name": .string($0.name), "sha256": .string($0.sha256)] }),
      "durations": .object(
        result.durations.laps.map { .init($0.stage, .count($0.milliseconds)) }),
    ]
    return json.bytes
  }

  /// The configuration that held, flags included.
  private static func configuration(_ result: Pipeline.Result) -> JSONValue {
    let configuration = result.configuration
    let counting = configuration.counting
    func period(_ from: Day?, _ to: Day?) -> JSONValue {
      ["van": .optional(from?.iso), "tot_en_met": .optional(to?.iso)]
    }
    return [
      "gemeente_code": .optional(configuration.municipalityCode),
      "gemeente_naam": .optional(configuration.municipalityName),
      "periode": period(counting.windowFrom, counting.windowTo),
      "basis": .string(counting.basis.rawValue),
      "tussenpoos_maanden": .count(counting.gapMonths),
      "gelijktijdig_maanden": .count(counting.simultaneousMonths),
      "leeftijdsklassen": .array(counting.ageClasses.map { .count($0) }),
      "opvolging": period(counting.sequenceFrom, counting.sequenceTo),
      "bestand": .optional(
        configuration.file.map { String(decoding: $0.bytes, as: UTF8.self) }),
    ]
  }
}

extension JSONValue {
  /// The value as a file.
  var bytes: [UInt8] { JSONWriter.bytes(of: self) }
}
