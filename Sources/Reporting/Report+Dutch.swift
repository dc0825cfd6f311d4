public import Ingest

extension Report {
  /// `Zoetermeer (0637)`, or what is known of it.
  public var municipalityText: String {
    switch (municipality.name, municipality.code) {
    case (let name?, let code?): "\(name) (\(code))"
    case (let name?, nil): name
    case (nil, let code?): "gemeente \(code)"
    case (nil, nil): "gemeente niet opgegeven"
    }
  }

  /// `1 januari 2017 tot en met 15 oktober 2017`.
  public var periodText: String {
    guard let days = period?.days else { return "geen: er zijn geen goedgekeurde regels" }
    return "\(days.lowerBound.dutch) tot en met \(days.upperBound.dutch)"
  }

  /// Which date of a line counts.
  public var basisText: String {
    switch basis {
    case .service: "begindatum van de prestatie"
    case .declaration: "dagtekening van de declaratie"
    }
  }

  /// Until small cells are suppressed, every document says this on its cover and on every page.
  public static let notForPublication = "Intern – niet voor publicatie"
}

extension Day {
  /// `1 januari 2017`.
  public var dutch: String {
    let (year, month, day) = components
    return "\(day) \(Self.dutchMonths[month - 1]) \(year)"
  }

  private static let dutchMonths = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]
}
