/// What Heerlen published in 2023 about the subsidy for support from 2024 on: one lump sum for a
/// cooperative, in place of contracts with many providers.
///
/// Published: the figures of this file, and that each year's index is nine tenths OVA and one tenth
/// PPC on the provisional estimate, the difference with the definitive one being settled from the
/// next year. All that the figures are made of is ours; see `HeerlenPlan`.
enum HeerlenFacts {
  /// The budget of 2024 in eurocents: that of 2023 with its index, and five additions.
  static let budget = 17_714_566_00

  /// Providers before 2024; then a cooperative of ten of them, and its suppliers.
  static let providers = 43
  static let members = 10
  static let suppliers = 27

  /// In these years prices rose and costs per client fell.
  static let years = 2015...2023
  /// About what each of these years cost, in eurocents.
  static let costs = 17_000_000_00
}
