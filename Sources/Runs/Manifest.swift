import Analytics
import Crypto
import Dispatch
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
      "outputs": .array(outputs.map(\.json)),
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
    var members: [JSONValue.Member] = [
      .init("gemeente_code", .optional(configuration.municipalityCode)),
      .init("gemeente_naam", .optional(configuration.municipalityName)),
      .init("periode", period(counting.windowFrom, counting.windowTo)),
      .init("basis", .string(counting.basis.rawValue)),
      .init("tussenpoos_maanden", .count(counting.gapMonths)),
      .init("gelijktijdig_maanden", .count(counting.simultaneousMonths)),
      .init("leeftijdsklassen", .array(counting.ageClasses.map { .count($0) })),
      .init("opvolging", period(counting.sequenceFrom, counting.sequenceTo)),
      .init(
        "vergelijking", period(counting.comparison?.lowerBound, counting.comparison?.upperBound)),
      .init(
        "hoofdstukken",
        configuration.annexChapters.map {
          .array($0.map { .string($0.rawValue) })
        } ?? .null),
      .init(
        "bestand",
        .optional(
          configuration.file.map { String(decoding: $0.bytes, as: UTF8.self) })),
    ]
    if let day = counting.referenceDay { members.append(.init("peildatum", .string(day.iso))) }
    return .object(members)
  }
}

extension JSONValue {
  /// The value as a file.
  var bytes: [UInt8] { JSONWriter.bytes(of: self) }
}

/// One file of a run as the manifest names it.
struct PublishedFile: Hashable, Sendable, Decodable {
  /// Relative to the run's folder, such as `tables/maandverloop.csv`.
  let name: String
  /// In lower-case hex digits.
  let sha256: String

  init(name: String, bytes: some ContiguousBytes) {
    self.init(name: name, digest: bytes.withUnsafeBytes { SHA256.hash(data: $0) })
  }

  init(name: String, digest: SHA256.Digest) {
    self.name = name
    sha256 = digest.hexadecimal
  }

  var json: JSONValue { ["name": .string(name), "sha256": .string(sha256)] }
}

/// The name of a run's folder: a UTC second and the first eight hex digits of the hash over its
/// inputs, as in `20171115T020000Z-3f2a91c0`.
struct RunName: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, before the year 10000.
  private let seconds: Int
  private let hash: String

  /// - Parameters:
  ///   - seconds: since 1970-01-01T00:00:00Z, 0 or more.
  ///   - hash: the hex digits at the end of the name.
  init(secondsSince1970 seconds: Int, hash: String) {
    self.seconds = seconds
    self.hash = hash
  }

  /// The name a second later, for when this one is taken.
  var next: RunName { RunName(secondsSince1970: seconds + 1, hash: hash) }

  /// As a file name.
  var text: String {
    let (days, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let date = Day(number: Int32(days)).iso.filter { $0 != "-" }
    let time = [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    return "\(date)T\(time)Z-\(hash)"
  }
}

/// How long each stage took, for the manifest; the only figures of a run that vary.
struct Durations {
  private(set) var laps: [(stage: String, milliseconds: Int)] = []
  private var last = DispatchTime.now()

  mutating func lap(_ stage: String) {
    let now = DispatchTime.now()
    let elapsed = Int(now.uptimeNanoseconds - last.uptimeNanoseconds)
    laps.append((stage, elapsed / 1_000_000))
    last = now
  }
}

/// The version of this program.
package enum Version {
  package static let current = "0.1.0"
}
