public import Analytics
import Ingest

/// All tables with their counting rules in one file, `report.json`.
///
/// Amounts are integer cents; quotients have the digits of the CSV; months are `"2017-03"`; an
/// empty cell is null and a hidden one `"x"`. An edition names its run and how it was made.
public struct JSONFormat: ReportFormat {
  public init() {}

  public func files(of report: Report) -> [ReportFile] {
    [ReportFile(path: "report.json", bytes: JSONWriter.bytes(of: value(of: report)))]
  }

  private func value(of report: Report) -> JSONValue {
    let edition = report.publication.map { parameters in
      [
        JSONValue.Member("run", .optional(report.account.name)),
        .init("publicatie", parameters.jsonValue),
      ]
    }
    return .object(
      [
        .init("versie", .string(report.version)),
        .init(
          "gemeente",
          [
            "code": .optional(report.municipality.code),
            "naam": .optional(report.municipality.name),
          ]),
        .init("periode", report.period.map(value) ?? .null),
        .init("basis", .string(report.basis.rawValue)),
      ] + (edition ?? []) + [
        .init("tabellen", .array((report.tables + report.findings).map(value)))
      ])
  }

  private func value(of period: Report.Period) -> JSONValue {
    [
      "van": .string(period.days.lowerBound.iso), "tot_en_met": .string(period.days.upperBound.iso),
      "uit_gegevens": .bool(period.isFromData),
    ]
  }

  private func value(of table: Table) -> JSONValue {
    [
      "naam": .string(table.name),
      "titel": .string(table.title),
      "telregels": .array(table.countingRules.map { .string($0) }),
      "kolommen": .array(
        table.columns.map { ["naam": .string($0.name.text), "type": .string($0.type.name)] }),
      "rijen": .array(
        table.rows.map { row in
          .array(zip(row, table.columns).map { $0.jsonValue(of: $1.type) })
        }),
    ]
  }
}

extension Cell {
  /// The value as it stands in `report.json`.
  public func jsonValue(of type: ColumnType) -> JSONValue {
    switch (self, type) {
    case (.text(let text), _): .string(text)
    case (.empty, _): .null
    case (.hidden, _): .string(Cell.hiddenText)
    case (.number(let number), .month): .string(Month(number: Int32(number)).iso)
    case (.number(let number), .share), (.number(let number), .ratio):
      .digits(FigureNotation.plain.digits(number, decimals: type.decimals))
    case (.number(let number), .text), (.number(let number), .count),
      (.number(let number), .year), (.number(let number), .amount):
      .integer(number)
    }
  }
}
