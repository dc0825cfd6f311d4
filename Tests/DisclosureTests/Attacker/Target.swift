import Analytics
import Ingest

/// A cell at risk, and how far apart the contract wants its least and greatest value.
struct Target {
  enum Condition {
    case baseCount, implicitCount
    /// An amount with this many clients.
    case fewClients(Int64)
    case dominated
  }

  let name: String
  let terms: Terms
  /// The bundle of a base cell; nil for an implicit cell.
  let figure: Figure?
  let value: Int64
  let condition: Condition

  var isAmount: Bool {
    switch condition {
    case .baseCount, .implicitCount: false
    case .fewClients, .dominated: true
    }
  }

  /// Whether the range is wide enough. For counts the bounds are whole numbers; amounts are in
  /// cents.
  func isSafe(_ least: Double, _ greatest: Double, _ parameters: PublicationParameters) -> Bool {
    let (threshold, percent) = (Double(parameters.threshold), Double(parameters.percent) / 100)
    let room = Double((parameters.threshold + 1) / 2)
    let value = Double(value)
    switch condition {
    case .baseCount:
      return greatest >= threshold && greatest - least >= room
    case .implicitCount:
      return (greatest >= threshold || least <= 0) && greatest - least >= room
    case .fewClients(let clients):
      if value == 0 { return greatest >= Double(parameters.amountBase) }
      let factor = max(1 + percent, min(2, threshold / Double(clients)))
      return spans(least, greatest, from: (1 - percent) * value, to: factor * value)
    case .dominated:
      return spans(least, greatest, from: (1 - percent) * value, to: (1 + percent) * value)
    }
  }

  /// Mirrored below 0; half a cent is left to the solver's tolerance.
  private func spans(_ least: Double, _ greatest: Double, from near: Double, to far: Double)
    -> Bool
  {
    least <= min(near, far) + 0.5 && greatest >= max(near, far) - 0.5
  }

  /// What the contract asks, for a message.
  func wanted(_ parameters: PublicationParameters) -> String {
    let room = (parameters.threshold + 1) / 2
    return switch condition {
    case .baseCount: "U >= \(parameters.threshold), U - L >= \(room)"
    case .implicitCount: "U >= \(parameters.threshold) or L <= 0, U - L >= \(room)"
    case .fewClients(let clients): "amount of \(clients) clients, p = \(parameters.percent)"
    case .dominated: "dominated amount, p = \(parameters.percent)"
    }
  }
}

extension Target {
  /// Every cell at risk, by the contract's three rules.
  static func all(
    _ run: RunFigures, _ relations: KnownRelations, _ risks: DisclosureRisks?,
    _ parameters: PublicationParameters
  ) -> [Target] {
    let few = 1..<parameters.threshold
    var targets: [Target] = []
    for figure in run.figures where figure.part != .spending {
      let value = run.value(figure)
      let clients = run.clients(of: figure.bundle)
      var condition: Condition?
      if figure.isAmount {
        if few.contains(clients) {
          condition = .fewClients(clients)
        } else if let largest = risks?.amounts[figure.bundle], clients >= parameters.threshold,
          100 * (largest.sum - largest.largest - largest.second)
            < parameters.percent * largest.largest
        {
          condition = .dominated
        }
      } else if few.contains(value) || few.contains(clients) {
        condition = .baseCount
      }
      if let condition {
        targets.append(
          Target(
            name: figure.text, terms: Terms([figure]), figure: figure, value: value,
            condition: condition))
      }
    }
    for cell in relations.implicitCells where few.contains(cell.terms.value(run)) {
      targets.append(
        Target(
          name: cell.name, terms: cell.terms, figure: nil, value: cell.terms.value(run),
          condition: .implicitCount))
    }
    return targets
  }
}
