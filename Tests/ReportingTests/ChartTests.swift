import Foundation
import Testing

@testable import Reporting

@Suite("charts")
struct ChartTests {
  @Test(
    "an axis has round steps and holds every value",
    arguments: [
      (0, 7, 2, 0, 8), (0, 10, 2, 0, 10), (0, 621_613, 200_000, 0, 800_000), (0, 0, 1, 0, 1),
      (-30, 100, 50, -50, 100), (0, 1, 1, 0, 1), (-5, -1, 1, -5, 0),
    ] as [(Int64, Int64, Int64, Int64, Int64)]
  )
  func axis(lowest: Int64, highest: Int64, step: Int64, bottom: Int64, top: Int64) {
    let scale = AxisScale(lowest...highest)
    #expect(scale.step == step && scale.bottom == bottom && scale.top == top)
    #expect(scale.position(of: scale.bottom, along: 900) == 0)
    #expect(scale.position(of: scale.top, along: 900) == 900)
  }

  @Test("the labels of an axis never overlap", arguments: [1, 2, 5, 27, 120], [1500, 2400, 5600])
  func labels(count: Int, length: Int64) {
    let labels = (0..<count).map { "sep \(2000 + $0 / 12)" }
    let shown = PlotFrame.shownLabels(labels, length: length)
    #expect(shown.first == 0)
    for (left, right) in zip(shown, shown.dropFirst()) {
      let distance = Int64(right - left) * length / Int64(count - 1)
      #expect(distance > Drawing.width(of: labels[left]))
    }
  }

  @Test("long names are broken between words, and only words that are too long are cut")
  func wrapping() {
    let lines = Drawing.lines(of: "individuele begeleiding + waakvlamcontact", in: 2000)
    #expect(lines == ["individuele begeleiding +", "waakvlamcontact"])
    #expect(Drawing.lines(of: "voorzieningengebruik", in: 700).first?.hasSuffix("…") == true)
    #expect(Drawing.lines(of: "", in: 700).isEmpty)
  }

  private let values = [
    ChartValue(label: "Meer & <meer>", value: 640_000, figure: "64,0%"),
    ChartValue(label: "Minder", value: 360_000, figure: "36,0%"),
  ]

  private var charts: [(name: String, chart: any Chart)] {
    [
      (
        "bars",
        BarChart(
          title: "Balken",
          description: "Twee \"balken\".",
          bars: values + [ChartValue(label: "Onder nul", value: -10, figure: "-1")],
          reference: ChartValue(label: "samen", value: 400_000, figure: "40,0%")
        )
      ),
      (
        "shares",
        ShareChart(
          title: "Aandelen",
          description: "Een balk.",
          rows: [.init(label: "Alle", parts: values)],
          legend: values.map(\.label),
          endsWithOther: true
        )
      ),
      (
        "lines",
        LineChart(
          title: "Lijnen",
          description: "Twee lijnen.",
          labels: ["jan 2017", "feb 2017", "mrt 2017"],
          series: [
            .init(label: "In", values: [3, 0, 7]), .init(label: "Uit", values: [-1, 2, 2]),
          ],
          provisionalCount: 1,
          figure: { String($0) }
        )
      ),
      (
        "columns",
        ColumnChart(
          title: "Kolommen",
          description: "Drie kolommen.",
          columns: [
            .init(label: "jan 2017", first: 90, second: 0),
            .init(label: "feb 2017", first: 60, second: 40),
            .init(label: "mrt 2017", first: 50, second: -20),
          ],
          legend: ["Er is", "Komt & <meer>"],
          figure: { String($0) }
        )
      ),
      (
        "steps",
        StepChart(
          title: "Trappen",
          description: "Twee trappen.",
          series: [
            .init(label: "Een & <meer>", points: [(3, 800_000), (6, 500_000)]),
            .init(label: "Twee", points: [(3, 1_000_000)]),
          ],
          labels: [(0, "0"), (3, "3"), (6, "6")],
          figure: { "\($0 / 10_000)%" }
        )
      ),
      (
        "waterfall",
        WaterfallChart(
          title: "Waterval",
          description: "Van 100 naar 130.",
          start: ChartValue(label: "Eerder", value: 100, figure: "100"),
          changes: [
            ChartValue(label: "Meer & <meer>", value: 50, figure: "+50"),
            ChartValue(label: "Minder", value: -170, figure: "-170"),
            ChartValue(label: "Niets", value: 0, figure: "0"),
            ChartValue(label: "Nieuw", value: 150, figure: "+150"),
          ],
          end: ChartValue(label: "Nu", value: 130, figure: "130")
        )
      ),
      (
        "fills",
        FillChart(
          title: "Vullen", description: "Tot 120%.",
          rows: [
            .init(
              label: "Erover & <erover>: 120%", parts: [90, 20, 10], marks: [100, 110],
              isExceeded: true),
            .init(label: "Eronder", parts: [-5, 60, 0], marks: [100, nil], isExceeded: false),
            .init(label: "Verder", parts: [300], marks: [100, 250], isExceeded: true),
          ],
          legend: ["Besteed", "Later", "Dan"], marks: ["Budget", "Plafond"], limit: 200)
      ),
      (
        "pairs",
        PairChart(
          title: "Paren", description: "Van -20 tot 100.",
          rows: [
            .init(
              label: "Een & <een>",
              values: [
                ChartValue(label: "a", value: 100, figure: "100"),
                ChartValue(label: "b", value: -20, figure: "-20"),
              ]),
            .init(
              label: "Niets",
              values: [
                ChartValue(label: "a", value: 0, figure: "0"),
                ChartValue(label: "b", value: 5, figure: "5"),
              ]),
          ],
          legend: ["Gemeente", "Aanbieders"])
      ),
      (
        "intervals",
        IntervalChart(
          title: "Grenzen",
          description: "Twee punten.",
          rows: [
            .init(label: "Noord & <meer>", value: 50, lower: 40, upper: 65, crude: 55),
            .init(label: "Zuid", value: 20, lower: 10, upper: 31, crude: 20),
          ],
          reference: ChartValue(label: "samen", value: 35, figure: "35"),
          legend: ("met grenzen", "zonder")
        )
      ),
    ]
  }

  @Test("every chart has a name, a description and no script or style", arguments: [300, 640])
  func accessible(width: Int) throws {
    for (name, chart) in charts {
      let svg = chart.svg(id: name, width: width)
      #expect(svg.contains("role=\"img\" aria-labelledby=\"\(name)-t \(name)-d\""))
      #expect(svg.contains("<title id=\"\(name)-t\">\(chart.title)</title>"))
      #expect(svg.contains("<desc id=\"\(name)-d\">"))
      #expect(!svg.contains("style=") && !svg.contains("<script") && !svg.contains("<meer>"))
      #expect(try XMLCheck.isWellFormed(svg), "\(name)")
      try Golden.expect(svg.replacing("><", with: ">\n<") + "\n", "\(name)-\(width).svg")
    }
  }

  @Test("points that are not certain are hollow, their line dashed; the others are not touched")
  func provisional() {
    func svg(_ count: Int) -> String {
      LineChart(
        title: "", description: "", labels: ["a", "b", "c"],
        series: [.init(label: "", values: [1, 2, 3])], provisionalCount: count,
        figure: { String($0) }
      ).svg(id: "x", width: 300)
    }
    func marks(_ svg: String) -> Int { svg.components(separatedBy: "<circle").count - 1 }
    #expect(marks(svg(0)) == 0 && !svg(0).contains("2 5"))
    #expect(marks(svg(2)) == 2 && svg(2).contains("stroke-dasharray=\"2 5\""))
    // All of them, and more than there are.
    #expect(marks(svg(3)) == 3 && marks(svg(4)) == 3)
    #expect(svg(2).components(separatedBy: "fill=\"none\"").count > 3)
  }

  @Test("parts differ in pattern or label, not only in colour; lines in their dashes")
  func styles() {
    let parts = (0..<8).map { SeriesStyle.part($0) }
    #expect(Set(parts.map(\.colour)).count == 8)
    #expect(Set(parts.map { $0.pattern ?? $0.colour }).count == 8)
    #expect(SeriesStyle.line(0).dashes != SeriesStyle.line(1).dashes)
  }
}

/// Whether every element of a text is closed, in order.
enum XMLCheck {
  static func isWellFormed(_ text: String) throws -> Bool {
    var open: [Substring] = []
    for match in text.matches(of: /<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/) {
      let (_, closing, name, empty) = match.output
      if closing == "/" {
        guard open.popLast() == name else { return false }
      } else if empty != "/" {
        open.append(name)
      }
    }
    return open.isEmpty
  }
}
