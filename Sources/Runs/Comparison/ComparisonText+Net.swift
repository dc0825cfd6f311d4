extension RunComparison {
  /// From the net of OLD to that of NEW, line by line as in a sum on paper.
  var netText: String {
    guard let movement else {
      let runs = [old, new].filter { $0.manifest.ladder.months == nil }.map(\.path)
      return "net\n  " + euros(old.manifest.ladder.net) + " → " + euros(new.manifest.ladder.net)
        + "\n  which lines are new, gone or restated is not known: the ladder of "
        + runs.joined(separator: " and of ") + " has no months; run again with this version\n"
    }
    var lines = AlignedText(isFigure: [false, true, true])
    lines.add(["", "lines", "net"])
    lines.add(["net of OLD", "", euros(movement.was)])
    lines.add(["+ new lines", count(movement.new.lines), euros(movement.new.net)])
    let known = movement.newInKnownMonths
    lines.add(["    of these for months that OLD has", count(known.lines), euros(known.net)])
    lines.add(["− lines gone", count(movement.gone.lines), euros(movement.gone.net)])
    lines.add([
      "+ restated (months: \(count(movement.restated.months)))", "", euros(movement.restated.net),
    ])
    lines.add(["= net of NEW", "", euros(movement.now)])
    return "net, by the lines of each month\n" + lines.text
  }
}
