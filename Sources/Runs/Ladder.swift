import Analytics
import Ingest
import Reporting

/// The reconciliation ladder: from files and their lines to tables, with every step balancing exactly.
///
/// It is checked when it is made: a step that does not balance is a defect of the program, and
/// nothing is published.
package struct Ladder {
  let folder: FolderAccount
  /// Of all files, as they lie on the disk; all of it was read.
  let diskByteCount: Int
  /// Of all files.
  let files: LineCounts
  let byteCount: Int
  let recordCount: Int
  let blankCount: Int
  let headerCount: Int
  /// Rejected lines per rule, by code.
  let rejected: [(code: String, count: Int)]
  /// Accepted lines that are declared after the reference date; nil without one.
  let later: LineSum?
  /// The accepted lines that count in figures.
  let lines: LineSummary
  let totals: [Reconciliation.Total]
  /// Up to when lines are declared; nil without one.
  let lastDeclaredMonth: Month?

  var acceptedCount: Int { lines.acceptedLines + (later?.lines ?? 0) }
  var rejectedCount: Int { rejected.reduce(0) { $0 + $1.count } }

  /// Throws 70 for the first step that does not balance.
  init(_ result: Pipeline.Result, tables: [Table]) throws {
    let tally = result.tally
    folder = result.folder
    diskByteCount = result.inputs.reduce(0) { $0 + $1.byteCount }
    files = try LineCounts(of: result.inputs)
    try Self.expect(
      folder.entryCount, folder.readCount + folder.namedCount,
      "entries of the folder against those read and named")
    byteCount = tally.parts.reduce(0) { $0 + $1.byteCount }
    recordCount = tally.parts.reduce(0) { $0 + $1.recordCount }
    blankCount = tally.parts.reduce(0) { $0 + $1.blankCount }
    headerCount = tally.parts.count
    rejected = tally.rejectsPerRule
    later = result.configuration.counting.referenceDay.map { _ in tally.later }
    lines = result.ledger.lines
    lastDeclaredMonth = result.ledger.lastCourseMonth
    do {
      totals = try Reconciliation(of: tables, with: result.ledger).totals
    } catch {
      throw RunFailure(.internalError, "\(error)")
    }
    try Self.expect(
      recordCount,
      blankCount + headerCount + rejectedCount + tally.acceptedCount + tally.later.lines,
      "records against blank, header, rejected and accepted ones")
    try Self.expect(tally.acceptedCount, lines.acceptedLines, "accepted lines against folded ones")
    try Self.expect(
      lines.net, lines.netInWindow + lines.netOutsideWindow,
      "net of accepted lines against that inside and outside the window")
    try Self.expect(
      lines.net, lines.netInTriangle + lines.netAfterTriangle,
      "net of accepted lines against that in and after the triangle of declarations")
    try Self.expect(
      lines.net, lines.perMonth.reduce(0) { $0 + $1.net },
      "net of accepted lines against all months")
    try Self.expect(
      lines.acceptedLines, lines.perMonth.reduce(0) { $0 + $1.lines },
      "accepted lines against all months")
  }

  static func expect<Figure: BinaryInteger>(
    _ expected: Figure, _ found: Figure, _ step: String
  ) throws {
    guard expected == found else {
      throw RunFailure(
        .internalError,
        "the ladder does not balance: \(step): \(expected) and \(found); nothing was published, "
          + "please report this")
    }
  }

  /// For the manifest; cents are whole numbers.
  var json: JSONValue {
    let later = later.map { sum in
      JSONValue.Member("na_peildatum", ["lines": .count(sum.lines), "net": .integer(sum.net)])
    }
    return .object(
      [
        .init(
          "folder",
          [
            "entries": .count(folder.entryCount), "read": .count(folder.readCount),
            "named": .count(folder.namedCount),
          ]),
        .init("disk_bytes", .count(diskByteCount)),
        .init("lines", files.json),
        .init("bytes", .count(byteCount)),
        .init("records", .count(recordCount)),
        .init("blank", .count(blankCount)),
        .init("header", .count(headerCount)),
        .init("rejected", .object(rejected.map { .init($0.code, .count($0.count)) })),
        .init("accepted", .count(acceptedCount)),
      ] + [later].compactMap { $0 } + countedMembers)
  }

  private var countedMembers: [JSONValue.Member] {
    [
      .init("debit", .integer(lines.debit)),
      .init("credit", .integer(lines.credit)),
      .init("net", .integer(lines.net)),
      .init(
        "in_window", ["lines": .count(lines.linesInWindow), "net": .integer(lines.netInWindow)]),
      .init(
        "outside_window",
        ["lines": .count(lines.linesOutsideWindow), "net": .integer(lines.netOutsideWindow)]),
      .init("in_triangle", .integer(lines.netInTriangle)),
      .init("after_triangle", .integer(lines.netAfterTriangle)),
      .init("in_comparison", .integer(lines.netInComparison)),
      .init("tables", .object(totals.map { .init($0.table, .integer($0.cents)) })),
      .init(
        "months",
        .array(
          lines.perMonth.map {
            ["month": .string($0.month.iso), "lines": .count($0.lines), "net": .integer($0.net)]
          })),
      .init("last_declared_month", .optional(lastDeclaredMonth?.iso)),
    ]
  }
}

extension Ladder {
  /// The ladder for people: counts to the right, euros with cents.
  package var text: String {
    var rows: [(label: String, figure: String)] = [
      ("entries of the folder", count(folder.entryCount)),
      ("  read", count(folder.readCount)),
      ("  named as not read", count(folder.namedCount)),
      ("bytes on disk", count(diskByteCount)),
      ("lines of all files", count(files.all)),
      ("  header", count(files.header)),
      ("  blank", count(files.blank)),
      ("  records", count(files.records)),
      ("  inside values", count(files.inner)),
      ("bytes of declarations", count(byteCount)),
      ("records", count(recordCount)),
      ("  header", count(headerCount)),
      ("  blank", count(blankCount)),
      ("  rejected", count(rejectedCount)),
    ]
    for (code, number) in rejected where number > 0 {
      let title = Rule(code: code)?.title ?? ""
      rows.append(("    \(code) \(title)", count(number)))
    }
    rows += [
      ("  accepted", count(acceptedCount))
    ]
    if let later {
      rows.append(("    after the reference date, net \(euros(later.net))", count(later.lines)))
    }
    rows += [
      ("debit", euros(lines.debit)),
      ("credit", euros(lines.credit)),
      ("net", euros(lines.net)),
      ("  in the window (\(count(lines.linesInWindow)) lines)", euros(lines.netInWindow)),
      ("  outside (\(count(lines.linesOutsideWindow)) lines)", euros(lines.netOutsideWindow)),
    ]
    rows += [
      ("  in the triangle of declarations", euros(lines.netInTriangle)),
      ("  after its last month", euros(lines.netAfterTriangle)),
      ("  in the comparison", euros(lines.netInComparison)),
    ]
    rows += totals.map { ("    \($0.table)", euros($0.cents)) }
    let labelWidth = rows.map(\.label.count).max() ?? 0
    let figureWidth = rows.map(\.figure.count).max() ?? 0
    return rows.map { label, figure in
      label + String(repeating: " ", count: labelWidth - label.count + 2)
        + String(repeating: " ", count: figureWidth - figure.count) + figure
    }.joined(separator: "\n")
  }

  private func count(_ number: Int) -> String {
    FigureNotation.dutch.digits(Int64(number), decimals: 0)
  }

  private func euros(_ cents: Int64) -> String {
    FigureNotation.dutch.digits(cents, decimals: 2)
  }
}
