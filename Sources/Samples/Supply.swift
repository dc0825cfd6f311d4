import Ingest

/// One party of one lot: a row of `contracten`.
struct LotContract {
  var lot: String
  /// Whether a provider of the municipality, or a party of another name, which has no AGB code.
  var party: Party
  /// `rol`
  var role = "hoofdaannemer"
  /// `contractvorm`
  var form: String
  /// `bekostiging`
  var funding: String
  var from: Day
  var through: Day?
  /// Eurocents.
  var ceiling: Int?

  enum Party {
    case provider(Int)
    case named(String)
  }
}

/// One client's personal budget of one year: a row of `pgb`; amounts are eurocents.
struct PersonalBudget {
  /// The number behind the pseudonym: who has a budget alone need not be a client of the files.
  var client: Int
  var year: Int
  var category: String
  var group: String
  var granted: Int
  /// None where it is not known yet.
  var spent: Int?
}

/// What `contractvorm` and `bekostiging` say of a way to buy support.
enum ContractWording {
  static let openHouse = "open house"
  static let framework = "raamovereenkomst"
  static let byEffort = "inspanningsgericht (P×Q)"
  static let subsidy = "subsidie"
  static let lumpSum = "lumpsum"
}

extension MunicipalityFiles {
  /// Writes `contracten` and `pgb`, where there are rows for them.
  func writeSupply(_ municipality: Municipality) throws(RunFailure) {
    if !municipality.contracts.isEmpty { try writeContracts(municipality) }
    if !municipality.personalBudgets.isEmpty { try writeBudgets(municipality) }
  }

  private func writeContracts(_ municipality: Municipality) throws(RunFailure) {
    let columns = [
      "perceel", "aanbieder_agb", "naam", "rol", "contractvorm", "bekostiging", "geldig_vanaf",
      "geldig_tot", "plafond",
    ]
    try write("contracten", columns, municipality.contracts) { writer, contract in
      writer.text(contract.lot)
      switch contract.party {
      case .provider(let index):
        writer.text(municipality.providers[index].agb)
        writer.text(municipality.providers[index].name)
      case .named(let name):
        writer.empty()
        writer.text(name)
      }
      for value in [contract.role, contract.form, contract.funding] { writer.text(value) }
      writer.day(contract.from)
      if let through = contract.through { writer.day(through) } else { writer.empty() }
      if let ceiling = contract.ceiling { writer.money(ceiling) } else { writer.empty() }
    }
  }

  private func writeBudgets(_ municipality: Municipality) throws(RunFailure) {
    let columns = [
      "client_id", "jaar", "product_categorie", "product_groep", "toegekend", "besteed",
    ]
    try write("pgb", columns, municipality.personalBudgets) { writer, budget in
      writer.pseudonym(budget.client)
      writer.integer(budget.year)
      writer.text(budget.category)
      writer.text(budget.group)
      writer.money(budget.granted)
      if let spent = budget.spent { writer.money(spent) } else { writer.empty() }
    }
  }
}
