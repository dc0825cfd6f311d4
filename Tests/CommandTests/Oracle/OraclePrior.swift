extension OracleReport {
  /// What a young month is expected to come to: the mean of developed months, or their line.
  struct Prior {
    let points: [(month: Int, value: Double)]
    let wantsTrend: Bool

    private var count: Double { Double(points.count) }
    var mean: Double { points.map(\.value).reduce(0, +) / count }
    private var middle: Double { points.map { Double($0.month) }.reduce(0, +) / count }
    private var isTrend: Bool { wantsTrend && points.count >= 6 }

    /// Σ (x − x̄)²
    private var spread: Double {
      points.map { (Double($0.month) - middle) * (Double($0.month) - middle) }.reduce(0, +)
    }

    private var slope: Double {
      if !isTrend { return 0 }
      return points.map { (Double($0.month) - middle) * ($0.value - mean) }.reduce(0, +) / spread
    }

    private func line(_ month: Int) -> Double { mean + slope * (Double(month) - middle) }

    /// In cents; not below zero where the mean is above it.
    func expected(_ month: Int) -> Double { mean > 0 ? max(0, line(month)) : line(month) }

    /// Of one more month; nil where one month tells all.
    func variance(_ month: Int) -> Double? {
      let parameters = isTrend ? 2 : 1
      if points.count <= parameters { return nil }
      let squares = points.map { ($0.value - line($0.month)) * ($0.value - line($0.month)) }
      let residual = squares.reduce(0, +) / Double(points.count - parameters)
      let distance = Double(month) - middle
      return residual * (1 + 1 / count + (isTrend ? distance * distance / spread : 0))
    }
  }
}
