/// The name with the smallest edit distance to `name`, the first of them where several are equally
/// near; nil when there are no names. Case is ignored.
///
/// `nearestName(to: "tussenpos_maanden", among: ["leeftijdsklassen", "tussenpoos_maanden"])`
/// is `tussenpoos_maanden`. `withinHalf`: a name that differs in more than half of the wanted one's
/// characters is not near.
package func nearestName(
  to name: String, among names: some Sequence<String>, withinHalf: Bool = false
) -> String? {
  let wanted = Array(name.lowercased())
  let limit = withinHalf ? wanted.count / 2 : Int.max
  var best: (name: String, distance: Int)?
  for candidate in names {
    let distance = editDistance(wanted, Array(candidate.lowercased()))
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// Insertions, deletions and replacements that make one text of the other (Levenshtein).
///
/// - Complexity: O(*a* · *b*).
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var row = Array(0...b.count)
  for (i, left) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, right) in b.enumerated() {
      let replaced = diagonal + (left == right ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}
