import Analytics
import Ingest
import Reporting

extension RunComparison {
  /// Everything for a person at a terminal: the summary, then the tables. Figures are in Dutch
  /// notation, with all their digits.
  package var text: String {
    let parts = [heading, inputText, configurationText, versionText, lineText, netText, ruleText]
    return (parts + [monthText, tableText]).joined(separator: "\n")
  }

  private var heading: String { "OLD  \(old.path)\nNEW  \(new.path)\n" }

  private var inputText: String {
    guard !inputs.isEmpty else { return "inputs: no difference\n" }
    var lines = AlignedText(isFigure: [false, false, true, true, true, true])
    lines.add(["", "", "rows was", "is", "bytes was", "is"])
    for input in inputs {
      let figures = [input.rows.was, input.rows.now, input.bytes.was, input.bytes.now]
      lines.add([input.change.rawValue, input.name] + figures.map { $0.map(count) ?? "" })
    }
    return "inputs\n" + lines.text
  }

  private var configurationText: String {
    guard !configuration.isEmpty else { return "configuration: no difference\n" }
    var lines = AlignedText(isFigure: [false, false, false, false])
    for (key, values) in configuration {
      lines.add([key, text(of: values.was), "→", text(of: values.now)])
    }
    return "configuration\n" + lines.text
  }

  private var versionText: String {
    version.differs ? "version\n  \(version.was) → \(version.now)\n" : "version: no difference\n"
  }

  private var lineText: String {
    var lines = AlignedText(isFigure: [false, true, true, true])
    lines.add(["", "was", "is", "difference"])
    for (label, counts) in [("accepted", accepted), ("rejected", rejected)] {
      lines.add([label, count(counts.was), count(counts.now), signed(counts.now - counts.was)])
    }
    return "lines\n" + lines.text
  }

  private var ruleText: String {
    let rules = rejects + findings
    guard !rules.isEmpty else { return "rejects and findings: no difference\n" }
    var lines = AlignedText(isFigure: [false, true, true, true])
    lines.add(["", "was", "is", "difference"])
    for rule in rules {
      let (was, now) = (rule.lines.was, rule.lines.now)
      lines.add([
        "\(rule.code) \(rule.title)", was.map(count) ?? "", now.map(count) ?? "",
        was.flatMap { was in now.map { signed($0 - was) } } ?? "",
      ])
    }
    return "rejects and findings, lines per rule\n" + lines.text
  }

  private var monthText: String {
    guard !months.isEmpty else { return "months that both runs have: no difference\n" }
    var lines = AlignedText(isFigure: [false, true, true, true, true, true, true, false])
    lines.add(["", "net was", "is", "difference", "clients was", "is", "difference", ""])
    for month in months {
      let (net, clients) = (month.net, month.clients)
      lines.add([
        month.month.iso, euros(net.was), euros(net.now), signedEuros(net.now - net.was),
        count(Int(clients.was)), count(Int(clients.now)), signed(Int(clients.now - clients.was)),
        month.isClosed ? "closed" : "",
      ])
    }
    let closed = months.filter(\.isClosed).count
    let note =
      closed == 0
      ? "" : "  closed: older than \(new.closedAfterMonths) months ([bewaking] gesloten_na)\n"
    return "months that both runs have\n" + lines.text + note
  }

  private func text(of value: JSONValue) -> String {
    value == .null ? "(none)" : String(decoding: value.bytes.dropLast(), as: UTF8.self)
  }
}

/// Figures in Dutch notation; differences with their sign.
extension RunComparison {
  func count(_ number: Int) -> String {
    FigureNotation.dutch.digits(Int64(number), decimals: 0)
  }

  func euros(_ cents: Int64) -> String { FigureNotation.dutch.digits(cents, decimals: 2) }

  func signed(_ number: Int) -> String { (number > 0 ? "+" : "") + count(number) }

  func signedEuros(_ cents: Int64) -> String { (cents > 0 ? "+" : "") + euros(cents) }
}
