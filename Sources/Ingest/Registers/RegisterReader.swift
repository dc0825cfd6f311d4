/// Reads every file but `declaraties`: the municipality's own.
public struct RegisterReader {
  private let preparation: Preparation
  private let configuration: Configuration
  private let workers: Int
  /// Bytes that are parsed at once; no result depends on it.
  private let chunkSize: Int

  public init(
    preparation: Preparation, configuration: Configuration, workers: Int,
    chunkSize: Int = defaultChunkSize
  ) {
    self.preparation = preparation
    self.configuration = configuration
    self.workers = workers
    self.chunkSize = chunkSize
  }

  /// Chunks of this many bytes keep a worker's text, blocks and decoded rows in its cache.
  public static let defaultChunkSize = 1 << 18

  /// Reads the files to their ends, once: the parts of a preparation cannot be read anew.
  ///
  /// Throws 65 for a column that seems to hold citizen service numbers, and for rows that cannot
  /// be used: the first twenty by file, line and column, the rest counted.
  public func read() throws -> ReadRegisters {
    let account = RegisterCounts()
    let (products, productCodes, groups) = try ProductReader().read(file(.products, account))
    let (providers, agbCodes, concerns) = try ProviderReader().read(file(.providers, account))
    let clientFile = file(.clients, account)
    var (clients, identifiers, wijken) = try ClientReader().read(clientFile)
    let districtFile = file(.districts, account)
    let districts = try DistrictReader().read(districtFile)
    let subsidies = try SubsidyReader().read(file(.subsidies, account))
    let rateFile = file(.rates, account)
    let (rates, rateJoins) = try RateReader().read(
      rateFile, products: productCodes, providers: agbCodes)
    let budgetFile = file(.budget, account)
    let budget = try BudgetReader(
      known: .init(products, groups: groups, concerns: concerns, districts: districts)
    ).read(budgetFile)
    let (blockFile, indexFile) = (file(.buildingBlocks, account), file(.indices, account))
    let blocks = try BuildingBlockReader().read(blockFile)
    let indexFigures = try IndexReader().read(indexFile)
    let referenceDay = configuration.counting.referenceDay
    var outcome = try AllocationReader(
      products: productCodes, providers: agbCodes, referenceDay: referenceDay
    ).read(file(.allocations, account), clients: &identifiers)
    let contractFile = file(.contracts, account)
    let contracts = try ContractReader(providers: providers, concerns: concerns, codes: agbCodes)
      .read(contractFile)
    let personalFile = file(.personalBudgets, account)
    let personalBudgets = try PersonalBudgetReader().read(personalFile, clients: &identifiers)
    try account.check()

    let unlisted = identifiers.count - clients.count
    clients += Array(repeating: Client(isListed: false), count: unlisted)
    if clientFile.isGiven {
      for index in outcome.state.allocations.indices {
        outcome.state.allocations[index].note(
          clients[Int(outcome.state.allocations[index].client)])
      }
    }
    let data = Registers(
      allocations: outcome.state.allocations, deliveries: outcome.state.deliveries,
      hasDeliveryForms: outcome.state.hasDeliveryForms,
      indicationCount: outcome.indicationCount,
      clientCount: identifiers.count, clients: clientFile.isGiven ? clients : nil, wijken: wijken,
      products: products, productGroups: groups, providers: providers, concerns: concerns,
      districts: districtFile.isGiven ? districts : nil, subsidies: subsidies,
      rates: rateFile.isGiven ? rates : nil, budget: budgetFile.isGiven ? budget : nil,
      contracts: contractFile.isGiven ? contracts : nil,
      personalBudgets: personalFile.isGiven ? personalBudgets : nil,
      buildingBlocks: blockFile.isGiven ? blocks : nil,
      indexFigures: indexFile.isGiven ? indexFigures : nil)
    let index = RegisterIndex(
      allocations: outcome.state.numbers, clients: identifiers, products: productCodes,
      providers: agbCodes, later: referenceDay.map { LaterIndex($0, outcome.all) })
    for join in rateJoins { join.tell(&account.remarks) }
    tellJoins(data, remarks: &account.remarks)
    // Parts stay in their order, and the files come in that of the contract.
    let counts = FileKind.allCases.flatMap { kind in account.counts.filter { $0.kind == kind } }
    return ReadRegisters(data: data, index: index, counts: counts, remarks: account.remarks)
  }

  private func file(_ kind: FileKind, _ account: RegisterCounts) -> RegisterFile {
    RegisterFile(
      kind: kind, parts: preparation.parts[kind] ?? [], configuration: configuration,
      account: account, workers: workers, chunkSize: chunkSize)
  }
}

/// What the municipality's own files hold.
public struct ReadRegisters: Sendable {
  public let data: Registers
  public let index: RegisterIndex
  /// Per part, in the order of the contract's files.
  public let counts: [RegisterCount]
  /// What the manifest tells of rows that were skipped, and readers of the figures must know.
  public let remarks: InputRemarks
}

/// The texts behind the indices of ``Registers``.
public struct RegisterIndex: Sendable {
  /// `toewijzing_nummer` → allocation index.
  var allocations = InternTable()
  /// `client_id` → client index.
  var clients = InternTable()
  /// `product_code` → product index.
  var products = InternTable()
  /// `aanbieder_agb` in eight digits → provider index.
  var providers = InternTable()
  /// For lines of later days than the reference date; nil without one.
  var later: LaterIndex?
}

/// What lines of later days than the reference date are judged by: all allocations.
struct LaterIndex: Sendable {
  let referenceDay: Day
  /// The numbers, clients and allocations of all rows; nil where they are those that count.
  let allocations: (numbers: InternTable, clients: InternTable, winners: [Allocation])?

  init(_ referenceDay: Day, _ all: AllocationState?) {
    self.referenceDay = referenceDay
    allocations = all.map { ($0.numbers, $0.clients, $0.allocations) }
  }
}
