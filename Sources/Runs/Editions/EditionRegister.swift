import Analytics
import Disclosure
import Foundation
import Ingest
import Reporting

/// The editions of an output folder, and what each of them hides: `publicatie`, which may leave the
/// building, and `publicatie-intern`, the register, which does not.
///
/// An edition and its entry bear one name, that of the run; a second edition of the run adds `-2`.
struct EditionRegister {
  /// Where editions stand.
  let editions: String
  /// Where their entries stand.
  let entries: String

  /// Ends or clears what a killed process left; only with the lock on the output folder held.
  ///
  /// An edition becomes visible just before its entry. An entry that is still staged beside a visible
  /// edition is all on the disk, and gets its name here: an edition never lacks one for long.
  /// Throws 73 or 74.
  init(output: String) throws(RunFailure) {
    editions = "\(output)/publicatie"
    entries = "\(output)/publicatie-intern"
    let editions = editions
    // Whatever stands there is a folder, or no edition can be made.
    for folder in [editions, entries] where DurableFile.exists(folder) {
      try DurableFile.createFolder(folder)
    }
    if DurableFile.exists(entries) {
      try StagedFolder.clearLeavings(in: entries) { DurableFile.mayExist("\(editions)/\($0)") }
    }
    if DurableFile.exists(editions) {
      try StagedFolder.clearLeavings(in: editions)
      try LatestLink.refuseForeign(in: editions)
    }
  }

  /// The name of the run, or with the first number behind it that no edition and no entry has.
  func freeName(for run: String) -> String {
    let names = sequence(first: (run, 1)) { ("\(run)-\($0.1 + 1)", $0.1 + 1) }
    let free = names.first { name, _ in
      !DurableFile.exists("\(editions)/\(name)") && !DurableFile.exists("\(entries)/\(name)")
    }
    return free?.0 ?? run
  }

  /// Stages an edition and its entry; the folders around them are made where they are missing, that
  /// of the entries for the owner alone. Throws 73.
  func stage(_ name: String) throws(RunFailure) -> (edition: StagedFolder, entry: StagedFolder) {
    try DurableFile.createFolder(editions)
    try DurableFile.createFolder(entries, mode: 0o700)
    return (
      try StagedFolder(in: editions, called: name), try StagedFolder(in: entries, called: name)
    )
  }

  /// The former editions of the same municipality and basis that tell something of one of this
  /// report: those whose window or months meet its own, and those that meet these in turn, as the last
  /// quarter follows from the year and the other three. Byte-wise by name.
  ///
  /// Throws 65 where their windows partly overlap, and for an entry that cannot be read.
  func formerEditions(meeting report: Report) throws(RunFailure) -> [FormerEdition] {
    guard let days = report.period?.days else { return [] }
    var others: [(name: String, entry: RegisterEntry, report: Report, days: ClosedRange<Day>)] = []
    for name in try names() {
      let entry = RegisterEntry(folder: "\(entries)/\(name)")
      let other = try entry.report()
      guard other.municipality.mayBe(report.municipality), other.basis == report.basis,
        let otherDays = other.period?.days
      else { continue }
      guard !days.partlyOverlaps(otherDays) else {
        throw .windowsOverlap(days, otherDays, edition: name)
      }
      others.append((name, entry, other, otherDays))
    }
    let met = connected(
      report.months(around: days), others.map { $0.report.months(around: $0.days) })
    var former: [FormerEdition] = []
    for other in met.map({ others[$0] }) {
      former.append(try other.entry.edition(other.name, of: other.report))
    }
    return former
  }

  /// The positions of the ranges that meet one, or meet one that does.
  private func connected(_ range: ClosedRange<Int32>, _ ranges: [ClosedRange<Int32>]) -> [Int] {
    var met = Set<Int>()
    var open = [range]
    while let next = open.popLast() {
      for index in ranges.indices where ranges[index].overlaps(next) && met.insert(index).inserted {
        open.append(ranges[index])
      }
    }
    return met.sorted()
  }

  private func names() throws(RunFailure) -> [String] {
    // What cannot be looked at is read, and then refused: an edition that is passed over is one that
    // gives figures away.
    guard DurableFile.mayExist(entries) else { return [] }
    guard let names = visibleEntryNames(in: entries) else {
      throw .registerUnreadable(entries)
    }
    return names.filter { name in
      var status = stat()
      return stat("\(entries)/\(name)", &status) != 0 || status.st_mode & S_IFMT == S_IFDIR
    }
    .sorted(by: precedesByteWise)
  }
}

/// What the register holds of one edition.
struct RegisterEntry {
  static let report = "report.json"
  static let proof = "bewijs.json"

  let folder: String

  /// The report of the run. Throws 65.
  func report() throws(RunFailure) -> Report {
    try read(Self.report) { try ReportReader.report($0) }
  }

  /// - Parameter report: What ``report()`` gives.
  func edition(_ name: String, of report: Report) throws(RunFailure) -> FormerEdition {
    let hasRisks = DurableFile.mayExist("\(folder)/\(RisksWriter.fileName)")
    let risks = hasRisks ? try read(RisksWriter.fileName) { try RisksReader.risks(in: $0) } : nil
    let hidden = try read(HiddenBundlesFile.fileName) { HiddenBundlesFile.hidden(in: $0) }
    return FormerEdition(
      name: name,
      source: EditionSource(
        tables: report.tables, risks: risks, window: report.period?.days),
      parameters: try read(PublicationAccountFormat.fileName) {
        try ReportReader.parameters(ofAccount: $0)
      },
      hidden: hidden)
  }

  private func read<Value>(
    _ name: String, _ decode: (Data) throws -> Value?
  ) throws(RunFailure) -> Value {
    let path = "\(folder)/\(name)"
    guard let bytes = FileManager.default.contents(atPath: path), let value = try? decode(bytes)
    else { throw .registerUnreadable(path) }
    return value
  }
}

extension Report.Municipality {
  /// Whether nothing tells the two apart: the codes, or the names where a code is missing.
  fileprivate func mayBe(_ other: Report.Municipality) -> Bool {
    if let code, let otherCode = other.code { return code.utf8.elementsEqual(otherCode.utf8) }
    guard let name, let otherName = other.name else { return true }
    return name.utf8.elementsEqual(otherName.utf8)
  }
}

extension Report {
  /// From the first to the last month that the window or the table of months is about.
  fileprivate func months(around days: ClosedRange<Day>) -> ClosedRange<Int32> {
    let table = tables.first { $0.name == Analysis.monthlyCourse.name }
    let months = table?.rows.compactMap { table?.number($0, .month) }.map { Int32($0) } ?? []
    return min(
      days.lowerBound.month.number, months.first ?? .max)...max(
        days.upperBound.month.number, months.last ?? .min)
  }
}

extension ClosedRange<Day> {
  /// Whether the two have days in common and neither lies within the other.
  fileprivate func partlyOverlaps(_ other: ClosedRange<Day>) -> Bool {
    let isWithin = other.lowerBound <= lowerBound && upperBound <= other.upperBound
    let holds = lowerBound <= other.lowerBound && other.upperBound <= upperBound
    return overlaps(other) && !isWithin && !holds
  }
}
