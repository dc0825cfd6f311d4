import Analytics
import Testing

@testable import Disclosure

@Suite("advice on what to merge: districts and age classes") struct RowMergeTests {
  /// Of every district two rows of three figures, all at risk below 10 clients.
  private func town(_ districts: [(String, Int64)]) -> MergeableTown {
    var town = MergeableTown()
    for (name, clients) in districts { town.add(district: name, clients) }
    return town
  }

  @Test("two small districts that are large enough together help most")
  func smallDistricts() {
    let town = town([("Dorp", 2), ("Meer", 6), ("Noord", 200), ("Oord", 5), ("Plein", 3)])
    #expect(
      town.advice() == [
        MergeAdvice(kind: .districts, first: "Meer", second: "Oord", fewer: 12, atRisk: 24)
      ])
  }

  @Test("of merges that help as much the first is advised, whatever else is there")
  func ties() {
    let town = town([("Aa", 6), ("Bos", 6), ("Cel", 6), ("onbekend", 4)])
    #expect(town.advice().map { [$0.first, $0.second] } == [["Aa", "Bos"]])
    #expect((0..<5).allSatisfy { _ in town.advice() == town.advice() })
  }

  @Test("clients without a district cannot be given one, and of two districts nothing is said")
  func noDistrict() {
    #expect(town([("Aa", 6), ("Bos", 6), ("onbekend", 6)]).advice() == [])
  }

  @Test("nothing is said where no more than half is hidden, or no merge helps")
  func nothing() {
    let town = town([("Aa", 6), ("Bos", 6), ("Cel", 100), ("Dal", 100)])
    #expect(town.advice { $0.text.hasPrefix("wijk/Aa/") || $0.text.hasPrefix("wijk/Bos/") } == [])
    #expect(town.advice { !$0.text.hasPrefix("wijk/Aa/") }.count == 1)
    #expect(self.town([("Aa", 60), ("Bos", 60), ("Cel", 60)]).advice() == [])
  }

  @Test("the largest clients of two districts are the two largest of four")
  func dominance() {
    var town = town([("Aa", 10), ("Bos", 10), ("Cel", 10)])
    for district in ["Aa", "Bos", "Cel"] {
      // One client has nearly all: with another like it less than a fifth of it would be left.
      town.add(dominating: 950_00, in: .district(district, ""), of: 1000_00)
    }
    #expect(
      town.advice() == [
        MergeAdvice(kind: .districts, first: "Aa", second: "Bos", fewer: 1, atRisk: 3)
      ])
  }

  @Test("age classes are merged with their neighbour, in every group and in all")
  func ages() {
    var town = MergeableTown()
    let clients: [Int64] = [4, 40, 4, 6, 30, 3]
    let ages = zip(["0-17", "18-29", "30-44", "45-64", "65+", "onbekend"], clients)
    for group in ["arbeid", "totaal"] {
      town.add(group: group, ages: ages.map { (ageClass: $0, clients: $1) })
    }
    let advice = town.advice()
    #expect(
      advice == [
        MergeAdvice(
          kind: .ageClasses(lowerBounds: [0, 18, 30, 65]), first: "30-44", second: "45-64",
          fewer: 8, atRisk: 16)
      ])
    #expect(
      advice.first?.text == """
        merging the age classes '30-44' and '45-64' takes away 8 of 16 figures at risk: set \
        leeftijdsklassen = [0, 18, 30, 65] under [telregels], and run again
        """)
  }

  @Test("of every kind one, the best first")
  func kinds() {
    var town = town([("Aa", 6), ("Bos", 6), ("Cel", 60)])
    town.add(ages: [("0-17", 6), ("18-64", 6), ("65+", 60)])
    for group in ["arbeid", "begeleiding", "dagbesteding"] {
      town.add(combination: [group], group == "arbeid" ? 60 : 6)
    }
    #expect(
      town.advice().map(\.text) == [
        """
        merging the districts 'Aa' and 'Bos' takes away 12 of 20 figures at risk: give both the \
        same gebied in gebieden.csv, and run again
        """,
        """
        merging the age classes '0-17' and '18-64' takes away 4 of 20 figures at risk: set \
        leeftijdsklassen = [0, 65] under [telregels], and run again
        """,
        """
        merging the product groups 'begeleiding' and 'dagbesteding' takes away about 4 of 20 \
        figures at risk: give the products of both the same product_groep in producten.csv, and \
        run again
        """,
      ])
  }
}
