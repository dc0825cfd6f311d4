import Ingest
import Testing

@testable import Analytics

@Suite("age on the last day of the window")
struct AgeTests {
  @Test(
    "whole years",
    arguments: [
      (day(1999, 10, 15), day(2017, 10, 15), 18),
      (day(1999, 10, 16), day(2017, 10, 15), 17),
      (day(2000, 2, 29), day(2018, 2, 28), 17),
      (day(2000, 2, 29), day(2018, 3, 1), 18),
      (day(2000, 2, 29), day(2020, 2, 29), 20),
      (day(2017, 10, 15), day(2017, 10, 15), 0),
      (day(2017, 10, 16), day(2017, 10, 15), -1),
    ]
  )
  func countsYears(_ birth: Day, _ last: Day, _ age: Int) {
    #expect(Birth.date(birth).age(on: last) == age)
  }

  @Test("of a year alone, the difference of years")
  func subtractsYears() {
    #expect(Birth.year(1999).age(on: day(2017, 1, 1)) == 18)
  }

  @Test("labels follow from the lower bounds")
  func labelsClasses() {
    #expect(
      AgeClasses(lowerBounds: [0, 18, 30, 45, 65, 75, 85]).labels
        == ["0-17", "18-29", "30-44", "45-64", "65-74", "75-84", "85+", "onbekend"]
    )
    #expect(AgeClasses(lowerBounds: [0]).labels == ["0+", "onbekend"])
  }

  @Test("a class holds its lower bound; before birth or without one is unknown")
  func choosesClass() {
    let classes = AgeClasses(lowerBounds: [0, 18, 85])
    let last = day(2017, 10, 15)
    func label(_ birth: Birth?) -> String { classes.labels[classes.index(of: birth, on: last)] }
    #expect(label(.year(2000)) == "0-17")
    #expect(label(.year(1999)) == "18-84")
    #expect(label(.year(1932)) == "85+")
    #expect(label(.year(2018)) == "onbekend")
    #expect(label(nil) == "onbekend")
  }
}
