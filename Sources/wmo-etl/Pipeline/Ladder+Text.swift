import Analytics
import Ingest
import Reporting

extension Ladder {
  /// The ladder for people: counts to the right, euros with cents.
  var text: String {
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
      ("  accepted", count(lines.acceptedLines)),
      ("debit", euros(lines.debit)),
      ("credit", euros(lines.credit)),
      ("net", euros(lines.net)),
      ("  in the window (\(count(lines.linesInWindow)) lines)", euros(lines.netInWindow)),
      ("  outside (\(count(lines.linesOutsideWindow)) lines)", euros(lines.netOutsideWindow)),
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
