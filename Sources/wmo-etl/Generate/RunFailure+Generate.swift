import Ingest

/// The wording of what can go wrong while files are generated.
extension RunFailure {
  static func cannotCreate(_ path: String) -> RunFailure {
    RunFailure(.cannotCreateOutput, "cannot create \(path): give --output a folder you may write")
  }

  static let cannotWrite = RunFailure(
    .readOrWriteFailed,
    "writing the generated files failed: is the disk full?"
  )

  static func unsolvable(_ product: String) -> RunFailure {
    RunFailure(.internalError, "the volumes of \(product) cannot reach the published amount")
  }
}
