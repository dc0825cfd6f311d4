/// Of the standard normal distribution.
enum NormalDistribution {
  /// Its quantile of 97.5 %, for two-sided limits of 95 %.
  static let quantile = 1.959963984540054
}
