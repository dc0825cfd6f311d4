import Disclosure
import Ingest

/// The wording of what can keep an edition from being published.
extension RunFailure {
  static func unfinishedRun(_ path: String) -> RunFailure {
    RunFailure(
      .inputNotFound,
      "\(path) is a run that did not finish; give the folder of a published run, as in out/latest, "
        + "or run again")
  }

  static func risksNotThere(_ path: String) -> RunFailure {
    RunFailure(
      .inputNotFound,
      "\(path) is not there, though the run published it, and without it nobody knows which amounts "
        + "one client dominates; restore it, or run again")
  }

  static func noSafeEdition(_ counts: [EditionTable.Count]) -> RunFailure {
    RunFailure(
      .unusableInput,
      "no safe edition exists: whatever is hidden, figures of few clients could be computed "
        + "(\(text(counts))); merge small districts, age classes or product groups before the run, or "
        + "take a longer period. No edition was published")
  }

  static func alreadyPublic(_ counts: [EditionTable.Count], _ editions: [String]) -> RunFailure {
    RunFailure(
      .unusableInput,
      "figures of few clients are out already through \(editions.joined(separator: ", ")) "
        + "(\(text(counts))), and nothing hidden now takes them back; --al-openbaar accepts that, and "
        + "counts them in verantwoording.json. No edition was published")
  }

  static let ambiguousNames = RunFailure(
    .unusableInput,
    "two rows of a table have one name where groups, districts and age classes are put together, as "
      + "when a group is called like a combination; rename one in the registers and run again. No "
      + "edition was published")

  static func unproven(_ flaw: String) -> RunFailure {
    RunFailure(
      .internalError,
      "the proof of the edition does not stand the check: \(flaw). No edition was published; report it"
    )
  }

  static func windowsOverlap(
    _ days: ClosedRange<Day>, _ former: ClosedRange<Day>, edition: String
  ) -> RunFailure {
    RunFailure(
      .unusableInput,
      "the period \(text(days)) partly overlaps \(text(former)) of the edition \(edition), and their "
        + "difference would tell of few clients; publish closed periods, of which each two are the "
        + "same, lie apart, or lie one within the other, such as quarters and their year (run again "
        + "with --period). No edition was published")
  }

  static func registerUnreadable(_ path: String) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(path) of the register of editions cannot be read, and without it nobody knows what readers "
        + "have seen already; restore it from a backup, or remove the entry if that edition never "
        + "left the building. No edition was published")
  }

  private static func text(_ days: ClosedRange<Day>) -> String {
    "\(days.lowerBound.iso)..\(days.upperBound.iso)"
  }

  /// `wijken 3, leeftijd 1`
  private static func text(_ counts: [EditionTable.Count]) -> String {
    counts.map { "\($0.table) \($0.count)" }.joined(separator: ", ")
  }
}
