import Foundation

/// An entry of the input folder that looks like the delivery of a file and cannot be read as one.
struct UnreadDelivery: Equatable {
  /// Why it cannot be read.
  enum Reason: Equatable {
    case folder
    /// A pipe, a socket or a device.
    case noFile
    /// A file of another format; the extension as it stands, empty for none.
    case format(String)
    case copy
    /// Nothing stands between the accepted name and the rest.
    case unseparated
    case misspelt
    /// Called as the contract says, where `[bestanden]` names others.
    case notClaimed
  }

  let name: String
  let reason: Reason
  /// What it should be called, without its extension.
  let acceptedName: String
  let kind: FileKind

  /// Nil for an entry that has nothing to do with a file of the contract. `isFile`, `isFolder`: what
  /// stands under the name, a link followed.
  init?(_ name: String, isFile: Bool, isFolder: Bool) {
    let comparable = InputName.comparable(name)
    guard let likeness = Self.likeness(of: comparable) else { return nil }
    self.name = name
    kind = likeness.kind
    acceptedName = likeness.name
    if isFolder {
      reason = .folder
    } else if !isFile {
      reason = .noFile
    } else if let ending = InputName.ending(of: name) {
      let stem = String(comparable.dropLast(ending.count))
      reason =
        likeness.isExact ? (InputName.isCopy(stem) ? .copy : .unseparated) : .misspelt
    } else {
      let format = comparable.split(separator: ".").dropFirst().last.map(String.init) ?? ""
      guard !Self.papers.contains(format) else { return nil }
      reason = .format(format)
    }
  }

  /// A file of one of the contract's names that the configuration's patterns leave out.
  init(notClaimed fileName: String, _ name: InputName) {
    self.name = fileName
    reason = .notClaimed
    acceptedName = name.acceptedName
    kind = name.kind
  }

  /// An entry that a pattern claims and that is no file.
  init(claimed fileName: String, for kind: FileKind, isFolder: Bool) {
    name = fileName
    reason = isFolder ? .folder : .noFile
    acceptedName = kind.name
    self.kind = kind
  }

  /// The accepted name with which a name begins, or else from which its first word is one letter
  /// away, or of which it is the singular or plural.
  private static func likeness(of name: String) -> (kind: FileKind, name: String, isExact: Bool)? {
    let known = FileKind.allCases.flatMap { kind in kind.acceptedNames.map { (kind, $0) } }
    if let (kind, accepted) = known.first(where: { name.hasPrefix($0.1) }) {
      return (kind, accepted, true)
    }
    let word = String(name.prefix { $0.isLetter })
    if let accepted = otherNumbers[word], let kind = known.first(where: { $0.1 == accepted })?.0 {
      return (kind, accepted, false)
    }
    return known.first { isOneLetterAway(word, $0.1) }.map { ($0.0, $0.1, false) }
  }

  /// Whether one letter more, less or other, or two letters exchanged, make one word of the other.
  private static func isOneLetterAway(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a), Array(b))
    guard abs(a.count - b.count) <= 1 else { return false }
    let same = zip(a, b).prefix { $0 == $1 }.count
    let (restA, restB) = (a.dropFirst(same), b.dropFirst(same))
    if restA.dropFirst() == restB.dropFirst() || restA == restB.dropFirst()
      || restA.dropFirst() == restB
    {
      return true
    }
    return restA.count >= 2 && restB.count >= 2 && restA.dropFirst(2) == restB.dropFirst(2)
      && restA.prefix(2).reversed() == Array(restB.prefix(2))
  }
}

/// The singular or plural of an accepted name that is more than one letter away from it.
private let otherNumbers = [
  "toewijzing": "toewijzingen", "gebied": "gebieden", "subsidy": "subsidies",
  "tarief": "tarieven", "begrotingen": "begroting", "product": "producten",
  "client": "clienten", "aanbieder": "aanbieders",
]

extension UnreadDelivery {
  /// What lies beside a delivery to explain or to sign it.
  static let papers: Set<String> = [
    "md", "pdf", "doc", "docx", "odt", "rtf", "html", "htm", "png", "jpg", "jpeg", "svg", "eml",
    "msg", "md5", "sha1", "sha256", "sha512", "asc", "sig", "log", "toml",
  ]
}
