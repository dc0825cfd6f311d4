import ArgumentParser
import Ingest

/// The dialects in which input files can be written; the raw value is the preset's name.
enum OutputDialect: String, CaseIterable, ExpressibleByArgument {
  case iso
  case nlExcel = "nl-excel"
  case nlUTF8 = "nl-utf8"
  case iwmo

  var form: Dialect {
    switch self {
    case .iso: .iso
    case .nlExcel: .nlExcel
    case .nlUTF8: .nlUTF8
    case .iwmo: .iwmo
    }
  }

  /// Whether amounts are unsigned and a column `debet_credit` carries the sign.
  var hasDebitCredit: Bool { self == .iwmo }

  /// Whether numbers have no decimals, so that hours must be declared as minutes.
  var isWhole: Bool { form.decimal == nil }
}
