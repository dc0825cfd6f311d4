import Analytics
import Foundation
import Ingest
import Reporting
import Testing

@testable import Runs
@testable import wmo_etl

/// What `wmo-etl explain` says of tables; the command cases show it.
@Suite("every table is explained")
struct TableExplanationTests {
  @Test("in the order of the report")
  func names() {
    #expect(TableExplanation.all.map(\.analysis.name) == Analysis.all.map(\.name))
  }

  @Test("each column has a meaning", arguments: TableExplanation.all.indices)
  func columns(_ index: Int) {
    let explanation = TableExplanation.all[index]
    for column in explanation.analysis.columns {
      #expect(
        explanation.meaning(of: column.name)?.isEmpty == false,
        "\(explanation.analysis.name): \(column.name.text)")
    }
  }

  @Test(
    "the example is accepted, and every amount that its text names can be seen in it",
    arguments: TableExplanation.all.indices
  )
  func figures(_ index: Int) throws {
    let explanation = TableExplanation.all[index]
    let result = try explanation.result()
    #expect(!result.rows.isEmpty)
    let format = TextFormat(precision: .exact)
    let shown =
      format.text(of: result) + format.text(of: explanation.example.declarations)
      + explanation.example.files.map(\.value).joined(separator: "\n")
    let amounts = explanation.example.reading.matches(of: /[0-9.]+,[0-9]{2,}/)
    for amount in amounts where !shown.contains(amount.output) {
      Issue.record("\(explanation.analysis.name): \(amount.output) stands nowhere")
    }
  }

  @Test("clients of examples have made-up names, and are told of by no other name")
  func clients() {
    for explanation in TableExplanation.all {
      let declarations = explanation.example.declarations
      let clients = Set(declarations.rows.map { declarations.text($0, ColumnName("client")) })
      #expect(clients.allSatisfy { $0.wholeMatch(of: /c[0-9]+(-c[0-9]+)?/) != nil })
      // Those with an allocation or a budget alone stand in its file.
      let files = explanation.example.files.flatMap { $0.value.split { ",\n".contains($0) } }
      let known = clients.union(files.map(String.init))
      for client in explanation.example.reading.matches(of: /\bc[0-9]\b/) {
        #expect(known.contains(String(client.output)), "\(explanation.analysis.name)")
      }
    }
  }
}
