extension OracleReport {
  /// The sections of money; the defaults are those of the contract.
  struct MoneySettings {
    /// `[periode] peildatum`
    var referenceDay: Day?
    /// `[jaren] basisjaar`; nil: the first complete year.
    var baseYear: Int?
    /// `[indexatie] gewichten`
    var weights = [Weight("OVA", 9000), Weight("PPC", 1000)]
    var form = IndexForm.additive
    /// `[indexatie] afronden`
    var decimals = 2
    /// `[begroting]`, in billionths.
    var attention = 20_000_000
    var consultation = 50_000_000
    var uptake = 1_000_000_000
    /// `[lumpsum] reserve_maximum`, in billionths.
    var maximumReserve = 100_000_000
    /// `[bekostiging] index`, in ten-thousandths of a percent; nil: what is applied.
    var fundingIndex: Int?
    /// Nil: no such section.
    var districtBudget: DistrictBudget?
  }

  /// `[wijkbudget]`
  struct DistrictBudget {
    /// In cents.
    let amount: Int
    let keys: [Weight]
  }

  /// A share of 1 with a name.
  struct Weight {
    let name: Text
    let tenThousandths: Int

    init(_ name: Text, _ tenThousandths: Int) {
      self.name = name
      self.tenThousandths = tenThousandths
    }

    var share: Exact { Exact(tenThousandths, over: 10_000) }
  }

  /// `[indexatie] vorm`
  enum IndexForm: String, CaseIterable {
    case chained = "geketend"
    case additive = "additief"
    case association = "vng-2024"
  }
}
