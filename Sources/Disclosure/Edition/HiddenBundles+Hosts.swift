public import Analytics

extension HiddenBundles {
  /// Also the counts that are hidden with one of these, for the same reason: who used a hidden
  /// combination at the same time, and the clients of a hidden market's three largest concerns.
  public func withCompanions(in tables: [Table]) -> HiddenBundles {
    var all = reasons
    for table in tables {
      guard let declaration = Analysis.declaring(table)?.disclosure else { continue }
      for figure in table.rows.flatMap({ declaration.figures(in: $0, of: table) }) {
        guard let host = figure.host, let reason = reasons[host], all[figure.bundle] == nil else {
          continue
        }
        all[figure.bundle] = reason
      }
    }
    return HiddenBundles(all)
  }
}
