import Analytics

extension AnnexBuilder {
  /// Which kinds of provisions clients used together, how many, and one after the other.
  mutating func combinationSection() -> AnnexPage.Section {
    var section = AnnexPage.Section(sectionID: "combinaties", heading: text(.combinations))
    if let combinations = report.table("combinaties"), !combinations.rows.isEmpty {
      let (rows, note) = largest(15, of: combinations, by: "clienten")
      let table = block(
        AnnexTable(
          id: "combinaties",
          caption: text(.combinationTable),
          source: combinations,
          columns: ["combinatie", "clienten", "aandeel", "gelijktijdig", "bedrag"],
          rows: rows,
          note: note
        )
      )
      let bars = rows.prefix(8).map { row in
        ChartValue(
          label: combinations.text(row, "combinatie"),
          value: combinations.number(row, "aandeel") ?? 0,
          figure: notation.text(combinations.cell(row, "aandeel"), .share)
        )
      }
      let chart = BarChart(
        title: text(.combinationFigure),
        description: text(.barDescription, ["parts": listed(bars)]),
        bars: bars
      )
      section.blocks = [figure("combinaties", chart, table: "combinaties"), table]
    }
    if let groups = report.table("aantal-voorzieningen") {
      section.blocks.append(
        block(
          AnnexTable(
            id: "aantallen",
            caption: text(.groupTable),
            source: groups,
            columns: ["aantal_groepen", "clienten", "aandeel", "bedrag"],
            rows: groups.rows
          )
        )
      )
    }
    if let sequences = report.table("opvolging"), !sequences.rows.isEmpty {
      let (rows, note) = largest(15, of: sequences, by: "gevolgd")
      section.blocks.append(
        block(
          AnnexTable(
            id: "opvolging",
            caption: text(.sequenceTable),
            source: sequences,
            columns: [
              "van", "naar", "clienten_van", "gevolgd", "aandeel", "gelijktijdig_gestart",
            ],
            rows: rows,
            note: note
          )
        )
      )
    }
    return section
  }
}
