import Analytics
public import Ingest

/// Decides what an edition hides, and proves that it is enough.
public struct Suppressor {
  private let parameters: PublicationParameters
  private let former: [FormerEdition]
  private let acceptsPublic: Bool
  private let progress: (@Sendable (_ done: Int, _ all: Int) -> Void)?
  private let warm: Bool

  /// - Parameters:
  ///   - former: The editions that the reader of this one may have.
  ///   - acceptsPublic: Whether figures at risk may be public already through former editions.
  ///   - warm: Whether linear programs begin where others ended; the edition is the same either way.
  ///   - progress: Is told how many cells at risk were looked at, of how many.
  public init(
    parameters: PublicationParameters, former: [FormerEdition] = [], acceptsPublic: Bool = false,
    warm: Bool = true, progress: (@Sendable (Int, Int) -> Void)? = nil
  ) {
    (self.parameters, self.former) = (parameters, former)
    (self.acceptsPublic, self.warm, self.progress) = (acceptsPublic, warm, progress)
  }

  /// What an edition of a run hides.
  public func suppress(_ source: EditionSource) throws(SuppressionFailure) -> Suppression {
    let system = CellSystem(source, parameters, former: former)
    guard !BaseFigures(source.tables).hasAmbiguousNames,
      Set(system.cells.map(\.name)).count == system.cells.count
    else { throw .ambiguousNames }
    var search = SuppressionSearch(
      system, formerly: bundlesHiddenFormerly(in: system, source), warm: warm, progress: progress)
    let unsafe = search.run()
    let unprotected =
      unsafe.cells + unsafe.confidences.map { system.confidences[$0].other }
    guard unprotected.isEmpty || (acceptsPublic && !former.isEmpty) else {
      let counts = EditionTable.counts(of: unprotected.map { system.cells[$0] }, in: system)
      throw former.isEmpty ? .noSafeEdition(counts) : .alreadyPublic(counts)
    }
    let hidden = hiddenBundles(search, source)
    let proof: [UInt8]
    do {
      proof = try Proof(search.evidence, of: system).bytes
      try check(proof, of: source, hidden)
    } catch let failure as SuppressionFailure {
      throw failure
    } catch {
      throw .unproven("\(error)")
    }
    return Suppression(
      hidden: hidden, proof: proof,
      account: SuppressionAccount(
        system, source, hidden, formerEditions: former.map(\.name),
        publicCount: Set(unprotected).count))
  }

  /// The proof that is written is read back, and checked against a system that is built anew.
  private func check(
    _ proof: [UInt8], of source: EditionSource, _ hidden: HiddenBundles
  ) throws {
    let system = CellSystem(source, parameters, former: former)
    let check = ProofCheck(system, acceptsPublic: acceptsPublic && !former.isEmpty) { index in
      let bundle = system.bundles[index]
      return bundle.formerly.map { $0 == .hidden } ?? hidden.contains(bundle.name)
    }
    if let flaw = check.flaw(in: try Proof(proof)) { throw SuppressionFailure.unproven(flaw) }
  }

  private func bundlesHiddenFormerly(in system: CellSystem, _ source: EditionSource) -> [Int] {
    let same = former.filter { $0.source.window == source.window }
    return system.bundles.indices.filter { index in
      let bundle = system.bundles[index]
      return bundle.formerly == nil && same.contains { $0.hidden.contains(bundle.name) }
    }
  }

  private func hiddenBundles(
    _ search: SuppressionSearch, _ source: EditionSource
  ) -> HiddenBundles {
    let system = search.system
    let formerly = Set(bundlesHiddenFormerly(in: system, source))
    var reasons: [BundleName: HiddenBundles.Reason] = [:]
    for (index, bundle) in system.bundles.enumerated()
    where bundle.formerly == nil && search.isHidden[index] {
      reasons[bundle.name] =
        bundle.isAtRisk ? .atRisk : formerly.contains(index) ? .formerly : .protecting
    }
    return HiddenBundles(reasons)
  }
}

/// What an edition hides, why that is safe, and what may be said of it.
public struct Suppression: Sendable {
  public let hidden: HiddenBundles
  /// `bewijs.json`
  public let proof: [UInt8]
  public let account: SuppressionAccount
}

/// Why there is no edition. Counts per table, never the name of a cell.
public enum SuppressionFailure: Error, Equatable {
  /// Whatever is hidden, so many figures at risk can be computed.
  case noSafeEdition([EditionTable.Count])
  /// Former editions give so many figures at risk away.
  case alreadyPublic([EditionTable.Count])
  /// Two rows of a table have names that an edition cannot tell apart.
  case ambiguousNames
  /// A defect: what was found does not stand the check.
  case unproven(String)
}
