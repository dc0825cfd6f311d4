/// The share of false ones to expect among all tests that are no more likely than this one, by
/// Benjamini and Hochberg (1995); in the order of the probabilities.
func falseDiscoveryRates(_ probabilities: [Double]) -> [Double] {
  let count = Double(probabilities.count)
  let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
  var rates = probabilities
  var least = 1.0
  for (rank, index) in order.enumerated().reversed() {
    least = min(least, probabilities[index] * count / Double(rank + 1))
    rates[index] = least
  }
  return rates
}
