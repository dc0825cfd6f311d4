@testable import Analytics
@testable import Ingest

extension Client {
  /// A client of clienten.csv in a neighbourhood, or with a postcode.
  init(buurt: String? = nil, postcode: String? = nil) {
    var place = ClientPlace()
    func set(_ text: String?, _ take: (Bytes) -> Bool) {
      guard let text else { return }
      let isTaken = Array(text.utf8).withBytes(take)
      precondition(isTaken, "\(text) is no code")
    }
    set(buurt) { place.setBuurt($0, restoringZeros: false) }
    set(postcode) { place.setPostcode($0) }
    self.init(isListed: true, place: place)
  }
}

extension Town {
  /// The rows of `signalen.csv`, as those of an analysis are drawn.
  var drawnSignals: String {
    Signals(ledger).table.rows.map { row in row.map(\.drawn).joined(separator: " | ") }
      .joined(separator: "\n")
  }
}
