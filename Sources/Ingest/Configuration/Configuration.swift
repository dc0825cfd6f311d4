/// What a municipality declares of its files and how it wants to count, from `wmo-etl.toml`.
///
/// A run without a file has the contract's defaults. Commands change members where a flag wins
/// over the file.
public struct Configuration: Sendable, Equatable {
  /// The file that was read; nil for defaults alone.
  public var file: ConfigurationFile?
  /// `gemeente_code`, such as `0637`.
  public var municipalityCode: String?
  /// `gemeente_naam`
  public var municipalityName: String?
  /// `[periode]`, `[telregels]`, `[opvolging]`, `[declaratieverloop]`, `[vergelijking]`,
  /// `[trajecten]`, `[overstap]`, `[landschap]`, `[regio]`, `[overlap]`, `[signalen]`, `[jaren]`,
  /// `[indexatie]`, `[begroting]`, `[lumpsum]`, `[bekostiging]` and `[wijkbudget]`.
  public var counting = CountingParameters()
  /// `[invoer] dialect`, which holds for every file.
  public var commonDialect = DialectDeclaration()
  /// `[invoer] <bestand>`, without the common declaration.
  public var fileDialects: [FileKind: DialectDeclaration] = [:]
  /// `[invoer] <bestand> kopregel`: the physical line, from 1, on which the headers of the file's
  /// parts stand.
  public var headerLines: [FileKind: Int] = [:]
  /// `[invoer] voorloopnullen`: whether leading zeros that Excel dropped are restored.
  public var restoresLeadingZeros = false
  /// `[invoer] ontbrekend`: the texts that mean a missing value, as written, the empty text always
  /// among them; nil for the contract's default set. Case is to be ignored.
  public var missingTexts: Set<String>?
  /// `[invoer] negeren`: patterns of entries of the input folder that are not to be read.
  public var ignoredEntries: [String] = []
  /// `[bestanden]`: patterns of the names of a file's parts, in the order of the list; a file without
  /// an entry is read under the contract's names.
  public var filePatterns: [FileKind: [String]] = [:]
  /// `[invoer] peiljaar`: the reference year of a `gebieden` without that column.
  public var referenceYear: Int?
  /// `[kolommen.<bestand>]`, in the order of the file's lines.
  public var columnMappings: [FileKind: [ColumnMapping]] = [:]
  /// `[regels.Rnnn]`, by code.
  public var rules: [String: RuleSettings] = [:]
  /// `[afkeur] maximaal_aandeel`: a larger share of rejected lines stops the run; 1 is no limit.
  public var maximumRejectShare = Share.tenth
  /// `[bijlage] hoofdstukken`: the chapters that the annex shows; nil for all.
  public var annexChapters: [AnnexChapter]?
  /// `[publicatie]`
  public var publication = PublicationParameters()
  /// `[bewaking]`; nil without it.
  public var runGuard: GuardParameters?
  /// `[bewaren]`; nil without it.
  public var retention: RetentionParameters?

  public init() {}

  /// The dialect declared for a file: its own fields, over its own preset or else the common one.
  public func declaration(for kind: FileKind) -> DialectDeclaration {
    (fileDialects[kind] ?? DialectDeclaration()).over(commonDialect)
  }

  /// The settings of a rule; those of a rule that the file does not name are empty.
  public func settings(of rule: String) -> RuleSettings {
    rules[rule] ?? RuleSettings()
  }
}

/// A configuration file as it was read, for messages and for the hash in a run's name.
public struct ConfigurationFile: Sendable, Equatable {
  /// As the user wrote it, or as it was found.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// One line of `[kolommen.<bestand>]`: our column stands under their header.
public struct ColumnMapping: Sendable, Hashable {
  public let column: String
  /// As written; compare it as a ``HeaderName``.
  public let header: String
  /// The line in the configuration file, from 1.
  public let line: Int

  public init(column: String, header: String, line: Int) {
    self.column = column
    self.header = header
    self.line = line
  }
}

/// What the configuration says of one rule.
public struct RuleSettings: Sendable, Hashable {
  /// `vanaf`: the first declaration date that is assessed (R212 only).
  public var from: Day?
  /// `stop_boven_aandeel`: a larger share of lines hit stops the run.
  public var maximumShare: Share?

  public init(from: Day? = nil, maximumShare: Share? = nil) {
    self.from = from
    self.maximumShare = maximumShare
  }
}

/// A share from 0 to 1, exact to nine decimals.
///
/// Not a floating-point number: 0.29 × 100 is less than 29 in binary, and the twenty-ninth reject
/// of a hundred lines would stop a run whose limit is 0.29.
public struct Share: Sendable, Hashable {
  /// 0…1,000,000,000.
  public let billionths: Int64

  /// What the contract allows where nothing is said: one in ten.
  public static let tenth = Share(billionths: 100_000_000)
  public static let hundredth = Share(billionths: 10_000_000)
  public static let twoHundredths = Share(billionths: 20_000_000)
  public static let twentieth = Share(billionths: 50_000_000)
  public static let quarter = Share(billionths: 250_000_000)
  public static let half = Share(billionths: 500_000_000)
  public static let nineTenths = Share(billionths: 900_000_000)
  public static let ninetyNinePercent = Share(billionths: 990_000_000)

  private init(billionths: Int64) {
    self.billionths = billionths
  }

  /// Nil outside 0–1.
  public init?(_ value: Double) {
    guard (0...1).contains(value) else { return nil }
    billionths = Int64((value * 1e9).rounded())
  }

  /// As a configuration has it, with the decimals that it has: `0.025`.
  public var text: String { text(one: 1_000_000_000) }

  /// In per cent, with the decimals that it has: `2.5`.
  public var percentText: String { text(one: 10_000_000) }

  /// In units of so many billionths, a power of ten.
  private func text(one: Int64) -> String {
    let (whole, rest) = billionths.quotientAndRemainder(dividingBy: one)
    guard rest > 0 else { return "\(whole)" }
    var decimals = String(one + rest).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return "\(whole).\(decimals)"
  }

  /// Whether `part` is less than this share of `whole`, both not negative.
  public func isMissed(by part: Int, of whole: Int) -> Bool {
    Int128(part) * 1_000_000_000 < Int128(whole) * Int128(billionths)
  }

  /// Whether `part` is more than this share of `whole`, both not negative.
  public func isExceeded(by part: Int, of whole: Int) -> Bool {
    Int128(part) * 1_000_000_000 > Int128(whole) * Int128(billionths)
  }
}
