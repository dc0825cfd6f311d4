import Ingest

/// The wording of what printing a PDF can come to.
extension RunFailure {
  static let printerMissing = RunFailure(
    .unavailable,
    "weasyprint is not there, so bijlage.pdf was not made; everything else was published. Install "
      + "it (Debian, Ubuntu: apt install weasyprint) and run again"
  )

  static func printerFailed(status: Int32) -> RunFailure {
    RunFailure(
      .unavailable,
      "weasyprint ended with status \(status), so bijlage.pdf was not made; everything else was "
        + "published. Expected version 57 or later, which knows pdf/ua-1 (weasyprint --version)"
    )
  }
}
