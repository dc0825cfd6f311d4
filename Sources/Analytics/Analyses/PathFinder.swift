import Ingest

/// Finds the steps of one client after another.
struct PathFinder {
  /// How many steps a path has at most.
  static let stepLimit = 5

  private let gapMonths: Int
  private let overlapMonths: Int
  /// Spells of the client per group, by group.
  private var eras: [(group: Int, months: ClosedRange<Int>)] = []
  /// Where eras begin, and the months after their ends.
  private var borders: [Int] = []

  init(_ parameters: CountingParameters) {
    gapMonths = parameters.gapMonths
    overlapMonths = parameters.overlapMonths
  }

  /// The groups of each step, in rising order.
  mutating func steps(of sets: MonthSets) -> [[Int]] {
    if let only = sets.used.first, sets.used.count == 1 { return [[only]] }
    let pieces = self.pieces(of: sets)
    func isSwitch(_ piece: (groups: [Int], length: Int)) -> Bool {
      piece.groups.count > 1 && piece.length < overlapMonths
    }
    let keepsSwitches = pieces.allSatisfy(isSwitch)
    var steps: [[Int]] = []
    for piece in pieces where keepsSwitches || !isSwitch(piece) {
      if piece.groups == steps.last { continue }
      if steps.count == Self.stepLimit { break }
      steps.append(piece.groups)
    }
    return steps
  }

  /// Runs of months with the same groups, as long as they are, in their order.
  private mutating func pieces(of sets: MonthSets) -> [(groups: [Int], length: Int)] {
    eras.removeAll(keepingCapacity: true)
    borders.removeAll(keepingCapacity: true)
    for group in sets.used {
      sets[group].forEachSpell(gapMonths: gapMonths) { months in
        eras.append((group, months))
        borders.append(months.lowerBound)
        borders.append(months.upperBound + 1)
      }
    }
    borders.sort()
    return zip(borders, borders.dropFirst()).compactMap { first, next in
      guard first < next else { return nil }
      // No era begins or ends between two borders.
      let groups = eras.lazy.filter { $0.months.contains(first) }.map(\.group)
      return groups.isEmpty ? nil : (Array(groups), next - first)
    }
  }
}

/// The clients of each path, as a tree of the groups that follow each other.
///
/// A client is added without making a text, or looking one up.
struct PathTree {
  private struct Node {
    /// Of a group; ``stepEnd`` between steps.
    let label: Int
    var firstChild = 0
    var sibling = 0
    var clients = 0
    var fromStart = 0
  }

  private static let stepEnd = -1
  /// The first is the root, which is nobody's child.
  private var nodes = [Node(label: stepEnd)]

  mutating func add(_ steps: [[Int]], isFromStart: Bool) {
    var node = 0
    for (index, step) in steps.enumerated() {
      if index > 0 { node = child(of: node, Self.stepEnd) }
      for group in step { node = child(of: node, group) }
    }
    nodes[node].clients += 1
    if isFromStart { nodes[node].fromStart += 1 }
  }

  private mutating func child(of parent: Int, _ label: Int) -> Int {
    var node = nodes[parent].firstChild
    while node != 0 {
      if nodes[node].label == label { return node }
      node = nodes[node].sibling
    }
    nodes.append(Node(label: label, sibling: nodes[parent].firstChild))
    nodes[parent].firstChild = nodes.count - 1
    return nodes.count - 1
  }

  /// Calls `body` with the steps of each path that somebody has.
  func forEachPath(_ body: (_ steps: [[Int]], _ clients: Int, _ fromStart: Int) -> Void) {
    var open: [(node: Int, steps: [[Int]])] = [(0, [[]])]
    while let (index, steps) = open.popLast() {
      let node = nodes[index]
      if node.clients > 0 { body(steps, node.clients, node.fromStart) }
      var next = node.firstChild
      while next != 0 {
        let label = nodes[next].label
        var longer = steps
        if label == Self.stepEnd {
          longer.append([])
        } else {
          longer[longer.count - 1].append(label)
        }
        open.append((next, longer))
        next = nodes[next].sibling
      }
    }
  }
}
