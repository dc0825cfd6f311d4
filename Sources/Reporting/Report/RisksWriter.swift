public import Analytics

/// Writes `risico.json`: what only a run knows of the persons behind its amounts, for the publication
/// edition that is made of it.
///
/// Keys are in byte-wise order, and a bundle has a line: its two largest clients and the sum of all,
/// in cents.
public enum RisksWriter {
  public static let fileName = "risico.json"

  public static func bytes(of risks: DisclosureRisks) -> [UInt8] {
    JSONWriter.bytes(of: [
      "productgroepen": .object(risks.productGroups.map { .init($0.code, .string($0.group)) }),
      "bedragen": .object(
        risks.amounts.sorted { $0.key < $1.key }.map { bundle, clients in
          .init(
            bundle.text,
            [
              .integer(clients.largest), .integer(clients.second), .integer(clients.sum),
            ])
        }),
    ])
  }
}
