import Foundation
import Ingest

@testable import Analytics

/// A triangle from the literature, its oldest month first, as nets of one product group.
struct PublishedTriangle {
  /// Per service month the cumulative amounts by delay, in cents.
  let rows: [[Int64]]
  static let first = Month(year: 2017, month: 1)

  var last: Month { Month(number: Self.first.number + Int32(rows.count) - 1) }

  var increments: [CourseIncrement] {
    rows.enumerated().flatMap { offset, row in
      row.enumerated().map { delay, sum in
        let service = Month(number: Self.first.number + Int32(offset))
        return CourseIncrement(
          group: 0, service: service, course: Month(number: service.number + Int32(delay)),
          cents: sum - (delay == 0 ? 0 : row[delay - 1]))
      }
    }
  }

  /// Chain ladder throughout, over all diagonals.
  static var parameters: CourseParameters {
    var parameters = CourseParameters()
    parameters.diagonals = 0
    parameters.bornhuetterFergusonBelow = Share(0) ?? .half
    return parameters
  }

  /// Reinsurance Association of America, in Mack (1994).
  static let raa = PublishedTriangle(rows: [
    [5012, 8269, 10907, 11805, 13539, 16181, 18009, 18608, 18662, 18834],
    [106, 4285, 5396, 10666, 13782, 15599, 15496, 16169, 16704],
    [3410, 8992, 13873, 16141, 18735, 22214, 22863, 23466],
    [5655, 11555, 15766, 21266, 23425, 26083, 27067],
    [1092, 9565, 15836, 22169, 25955, 26180],
    [1513, 6445, 11702, 12935, 15852],
    [557, 4020, 10946, 12314],
    [1351, 6947, 13112],
    [3133, 5395],
    [2063],
  ])

  /// Taylor and Ashe (1983), as reserved by Mack (1993).
  static let taylorAshe = PublishedTriangle(rows: [
    [
      357848, 1_124_788, 1_735_330, 2_218_270, 2_745_596, 3_319_994, 3_466_336, 3_606_286,
      3_833_515, 3_901_463,
    ],
    [
      352118, 1_236_139, 2_170_033, 3_353_322, 3_799_067, 4_120_063, 4_647_867, 4_914_039,
      5_339_085,
    ],
    [290507, 1_292_306, 2_218_525, 3_235_179, 3_985_995, 4_132_918, 4_628_910, 4_909_315],
    [310608, 1_418_858, 2_195_047, 3_757_447, 4_029_929, 4_381_982, 4_588_268],
    [443160, 1_136_350, 2_128_333, 2_897_821, 3_402_672, 3_873_311],
    [396132, 1_333_217, 2_180_715, 2_985_752, 3_691_712],
    [440832, 1_288_463, 2_419_861, 3_483_130],
    [359480, 1_421_128, 2_864_498],
    [376686, 1_363_294],
    [344014],
  ])
}
