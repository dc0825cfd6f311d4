/// The columns of declaraties by their place in the contract's order, and where a part has them.
enum DeclarationColumn: Int, CaseIterable {
  case reference, previousReference, declarationNumber, declared, provider, client, allocation
  case category, product, start, end, volume, unit, rate, amount, debitCredit

  /// The name in the contract.
  var name: String { FileKind.declarations.columns[rawValue].name }

  /// Whether its values are identifiers as somebody made them up.
  var isIdentifier: Bool {
    switch self {
    case .reference, .previousReference, .declarationNumber, .provider, .client, .allocation,
      .product:
      true
    case .declared, .category, .start, .end, .volume, .unit, .rate, .amount, .debitCredit: false
    }
  }
}

/// Positions of the columns in the records of one part; -1 where it has none.
struct DeclarationPositions {
  let reference, previousReference, declared, provider, client, allocation, category, product: Int
  let start, end, volume, unit, rate, amount, debitCredit: Int
  /// By ``DeclarationColumn``.
  let all: [Int]

  init(_ header: Header) {
    let all = header.positions.map { $0 ?? -1 }
    func at(_ column: DeclarationColumn) -> Int { all[column.rawValue] }
    self.all = all
    reference = at(.reference)
    previousReference = at(.previousReference)
    declared = at(.declared)
    provider = at(.provider)
    client = at(.client)
    allocation = at(.allocation)
    category = at(.category)
    product = at(.product)
    start = at(.start)
    end = at(.end)
    volume = at(.volume)
    unit = at(.unit)
    rate = at(.rate)
    amount = at(.amount)
    debitCredit = at(.debitCredit)
  }
}
