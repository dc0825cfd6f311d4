import Foundation

@testable import Ingest

/// A small sound input in a folder of its own; a test replaces the files that it is about.
struct RegisterFolder {
  var files: [String: String] = [
    "declaraties.csv": """
    referentie_nummer,declaratie_dagtekening,aanbieder_agb,client_id,toewijzing_nummer,\
    product_code,product_periode_begindatum,product_periode_einddatum,geleverd_volume,eenheid,\
    ingediend_bedrag

    """,
    "toewijzingen.csv": """
    toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum
    T1,K1,41000001,2017-01-01

    """,
    "producten.csv": """
    product_code,omschrijving,product_categorie,voorzieningsoort
    02A01,Begeleiding,02,maatwerk

    """,
    "aanbieders.csv": """
    aanbieder_agb,naam
    41000001,Zorg Noord

    """,
  ]
  /// Files that are no text.
  var bytes: [String: [UInt8]] = [:]
  var configuration = Configuration()
  /// What happens to the folder after its files were prepared and before they are read.
  var meanwhile: (URL) throws -> Void = { _ in }

  init(_ files: [String: String] = [:]) {
    self.files.merge(files) { _, new in new }
    configuration.commonDialect.preset = .iso
  }

  /// Writes the files, gives them prepared to `body` and removes them.
  func prepared<Result>(_ body: (Preparation) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("wmo-etl-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, content) in files.mapValues({ Array($0.utf8) }).merging(
      bytes, uniquingKeysWith: { $1 })
    {
      try Data(content).write(to: folder.appendingPathComponent(name))
    }
    let preparation = try Preparation(
      InputFolder(path: folder.path), configuration: configuration)
    try meanwhile(folder)
    return try body(preparation)
  }

  /// Reads the municipality's own files through the whole path.
  func read(workers: Int = 2, chunkSize: Int = 1 << 20) throws -> ReadRegisters {
    try prepared { preparation in
      try RegisterReader(
        preparation: preparation, configuration: configuration, workers: workers,
        chunkSize: chunkSize
      ).read()
    }
  }

  /// Reads all files, and gives the reader of the declarations to `body`.
  func withDeclarations<Result>(
    _ body: (inout DeclarationReader) throws -> Result
  ) throws -> Result {
    try prepared { preparation in
      let registers = try RegisterReader(
        preparation: preparation, configuration: configuration, workers: 2
      ).read()
      var reader = DeclarationReader(
        preparation, configuration: configuration, data: registers.data, index: registers.index)
      return try body(&reader)
    }
  }

  /// The message with which reading stops with status 65; nil when it does not.
  func refusal(workers: Int = 2, chunkSize: Int = 1 << 20) throws -> String? {
    do {
      _ = try read(workers: workers, chunkSize: chunkSize)
      return nil
    } catch let failure as RunFailure where failure.status == .unusableInput {
      return failure.message
    }
  }
}

extension Day {
  /// `2017-10-15`; a day long ago where the text is none.
  init(_ iso: String) {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    let day = parts.count == 3 ? Day(year: parts[0], month: parts[1], day: parts[2]) : nil
    self = day ?? Day(number: .min)
  }
}
