import Analytics
import Reporting

extension RunComparison {
  /// Everything as one JSON document. Lists hold what differs and nothing else; `was` and `is` are
  /// null where a run has nothing; money is in cents; figures of tables are as in `report.json`.
  ///
  /// ```json
  /// {
  ///   "old": {"run": "20171115T020000Z-3f2a91c0", "version": "0.1.0"}, "new": {…},
  ///   "differs": true,
  ///   "inputs": {
  ///     "added": [{"name": "a.csv", "rows": {"was": null, "is": 5}, "bytes": {…}}],
  ///     "gone": […], "changed": […]
  ///   },
  ///   "configuration": [{"key": "telregels.tussenpoos_maanden", "was": 1, "is": 2}],
  ///   "version": {"was": …, "is": …},            null where it is the same
  ///   "lines": {"accepted": {"was": …, "is": …, "difference": …}, "rejected": {…}},
  ///   "net": {"was": …, "is": …, "difference": …},
  ///   "movement": {                              net.is = net.was + new − gone + restated; null
  ///     "new": {"lines": …, "net": …},           where a run is of an earlier version
  ///     "new_in_known_months": {…}, "gone": {…}, "restated": {"months": …, "net": …}
  ///   },
  ///   "rejects": [{"rule": "R101", "title": …, "was": …, "is": …, "difference": …}],
  ///   "findings": […],
  ///   "months": [{"month": "2017-03", "net": {…}, "clients": {…}, "closed": false}],
  ///   "tables": [{
  ///     "table": "maandverloop", "in": "both" | "old" | "new",
  ///     "new_columns": [], "gone_columns": [],
  ///     "rows": [{
  ///       "key": {"maand": "2017-03"}, "in": "both",
  ///       "figures": [{"column": "bedrag", "was": …, "is": …, "difference": …}]
  ///     }]
  ///   }]
  /// }
  /// ```
  package var json: [UInt8] {
    let document: JSONValue = [
      "old": name(of: old), "new": name(of: new), "differs": .bool(differs),
      "inputs": .object(
        InputComparison.Change.allCases.map { change in
          .init(change.rawValue, .array(inputs.filter { $0.change == change }.map(json)))
        }),
      "configuration": .array(
        configuration.map { ["key": .string($0.key), "was": $0.values.was, "is": $0.values.now] }),
      "version": version.differs
        ? ["was": .string(version.was), "is": .string(version.now)] : nil,
      "lines": ["accepted": counts(accepted), "rejected": counts(rejected)],
      "net": counts(Changed(was: old.manifest.ladder.net, now: new.manifest.ladder.net)),
      "movement": movement.map(json) ?? nil,
      "rejects": .array(rejects.map(json)), "findings": .array(findings.map(json)),
      "months": .array(months.map(json)), "tables": .array(tables.map(json)),
    ]
    return document.bytes
  }

  private func name(of run: ComparedRun) -> JSONValue {
    ["run": .string(run.name), "version": .string(run.manifest.version)]
  }

  private func json(_ input: InputComparison) -> JSONValue {
    func sides(_ figure: Changed<Int?>) -> JSONValue {
      ["was": figure.was.map(JSONValue.count) ?? nil, "is": figure.now.map(JSONValue.count) ?? nil]
    }
    return ["name": .string(input.name), "rows": sides(input.rows), "bytes": sides(input.bytes)]
  }

  private func json(_ movement: NetMovement) -> JSONValue {
    func part(_ part: NetMovement.Part) -> JSONValue {
      ["lines": .count(part.lines), "net": .integer(part.net)]
    }
    return [
      "new": part(movement.new), "new_in_known_months": part(movement.newInKnownMonths),
      "gone": part(movement.gone),
      "restated": [
        "months": .count(movement.restated.months), "net": .integer(movement.restated.net),
      ],
    ]
  }

  private func json(_ rule: RuleComparison) -> JSONValue {
    let (was, now) = (rule.lines.was, rule.lines.now)
    return [
      "rule": .string(rule.code), "title": .string(rule.title),
      "was": was.map(JSONValue.count) ?? nil, "is": now.map(JSONValue.count) ?? nil,
      "difference": was.flatMap { was in now.map { .count($0 - was) } } ?? nil,
    ]
  }

  private func json(_ month: MonthComparison) -> JSONValue {
    [
      "month": .string(month.month.iso), "net": counts(month.net), "clients": counts(month.clients),
      "closed": .bool(month.isClosed),
    ]
  }

  private func counts<Value: FixedWidthInteger>(_ figure: Changed<Value>) -> JSONValue {
    [
      "was": .integer(Int64(figure.was)), "is": .integer(Int64(figure.now)),
      "difference": .integer(Int64(figure.now - figure.was)),
    ]
  }
}

/// The tables.
extension RunComparison {
  private func json(_ table: TableComparison) -> JSONValue {
    [
      "table": .string(table.name), "in": .string(table.presence.rawValue),
      "new_columns": .array(table.newColumns.map { .string($0.text) }),
      "gone_columns": .array(table.goneColumns.map { .string($0.text) }),
      "rows": .array(
        table.rows.map { row in
          [
            "key": .object(
              zip(row.key, table.keyColumns).map { cell, column in
                .init(column.name.text, cell.jsonValue(of: column.type))
              }),
            "in": .string(row.presence.rawValue), "figures": .array(row.figures.map(json)),
          ]
        }),
    ]
  }

  private func json(_ figure: FigureComparison) -> JSONValue {
    [
      "column": .string(figure.column.name.text),
      "was": figure.was.jsonValue(of: figure.column.type),
      "is": figure.now.jsonValue(of: figure.column.type),
      "difference": figure.difference.map {
        Cell.number($0).jsonValue(of: figure.differenceType)
      } ?? nil,
    ]
  }
}
