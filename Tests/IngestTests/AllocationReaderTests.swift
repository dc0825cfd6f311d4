import Testing

@testable import Ingest

@Suite struct AllocationReaderTests {
  private static let header = """
    toewijzing_nummer,client_id,aanbieder_agb,beschikking_nummer,product_code,toewijzingsdatum,\
    ingangsdatum,volume,reden_wijziging

    """

  private func read(_ rows: [String], chunkSize: Int = 1 << 20) throws -> ReadRegisters {
    let text = Self.header + rows.map { $0 + "\n" }.joined()
    return try RegisterFolder(["toewijzingen.csv": text]).read(chunkSize: chunkSize)
  }

  /// Which of two rows of one number wins: their toewijzingsdatum, volume and reden_wijziging.
  @Test(arguments: [
    // earlier or lesser         later or greater            why the second wins
    ("2017-01-02,2017-01-01,9,", "2017-01-03,2017-01-01,1,", "the latest date"),
    (",2017-01-01,9,", "2017-01-03,2017-01-01,1,", "none is earlier than any"),
    ("2017-01-02,2017-01-01,9,13", "2017-01-03,2017-01-01,1,", "a later date undoes a deletion"),
    ("2017-01-03,2017-01-01,9,14", "2017-01-03,2017-01-01,1,13", "a deletion on an equal date"),
    ("2017-01-03,2017-01-01,10,", "2017-01-03,2017-01-01,9,", "the greatest row byte-wise"),
    (",2017-01-01,10,", ",2017-01-01,9,", "the greatest row without dates"),
    ("2017-01-03,2017-01-01,9,", "2017-01-03,2017-01-02,1,", "an earlier column goes first"),
    (",2017-01-01,NULL,", ",2017-01-01,5,", "missing is empty"),
  ])
  func precedence(lesser: String, greater: String, why: String) throws {
    let rows = [lesser, greater].map { "T1,K1,41000001,,," + $0 }
    for chunkSize in [1, 64, 1 << 20] {
      let alone = try read([rows[1]]).data.allocations
      let forwards = try read(rows, chunkSize: chunkSize).data.allocations
      let backwards = try read(rows.reversed(), chunkSize: chunkSize).data.allocations
      let thrice = try read(rows + rows.reversed(), chunkSize: chunkSize).data.allocations
      #expect(String(describing: forwards) == String(describing: alone), "\(why)")
      #expect(String(describing: backwards) == String(describing: alone), "\(why)")
      #expect(String(describing: thrice) == String(describing: alone), "\(why)")
    }
  }

  @Test func theGreatestRowIsFoundAcrossPartsWithOtherColumnOrders() throws {
    var folder = RegisterFolder([
      "toewijzingen-1.csv":
        "toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum,volume\nT1,K1,41000001,2017-01-01,7\n",
      "toewijzingen-2.csv":
        "volume,ingangsdatum,aanbieder_agb,client_id,toewijzing_nummer\n8,2017-01-01,41000001,K1,T1\n",
    ])
    folder.files["toewijzingen.csv"] = nil
    let registers = try folder.read()
    #expect(registers.data.allocations.map(\.volume) == [8_00])
    #expect(registers.counts.filter { $0.kind == .allocations }.map(\.rows) == [1, 1])
  }

  @Test func equalBytesUnderOtherColumnsAreAnotherRow() throws {
    var folder = RegisterFolder([
      "toewijzingen-1.csv": """
      toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum,volume,budget
      T1,K1,41000001,2017-01-01,7,8
      """,
      "toewijzingen-2.csv": """
      toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum,budget,volume
      T1,K1,41000001,2017-01-01,7,8
      """,
    ])
    folder.files["toewijzingen.csv"] = nil
    #expect(try folder.read().data.allocations.map(\.volume) == [8_00])
  }

  @Test func indicationsAreDecisionsOrElseAllocations() throws {
    let registers = try read([
      "T1,K1,41000001,B1,,,2017-01-01,,",
      "T2,K1,41000001,B1,,,2017-01-01,,",
      "B1,K1,41000001,,,,2017-01-01,,",  // an allocation named like a decision is another one
      "T4,K1,41000001,T1,,,2017-01-01,,",
      "T5,K1,41000001,B9,,2017-01-01,2017-01-01,,",
      "T5,K1,41000001,B1,,2017-01-02,2017-01-01,,",  // B9 is no longer named
    ])
    #expect(registers.data.allocations.map(\.indication) == [0, 0, 1, 2, 0])
    #expect(registers.data.indicationCount == 3)
  }

  @Test func indicesAndMissingTextsAndOpenEnds() throws {
    let registers = try RegisterFolder([
      "toewijzingen.csv": """
      allocation_id,client,provider_id,product,start_date,end_date,volume,unit,frequency,category
      T1,K1,41000001,02A01,2017-01-01,2017-12-31,2.5,Uur,4,02
      T2,K2,41000009,02X99,2017-01-01,9999-12-31,n.v.t.,-,NULL,
      T3,K1,41000001,,2017-01-01,1900-01-01,,04,,
      T4,K1,41000001,,2017-01-01,2099-12-31,,04,,

      """
    ]).read()
    let allocations = registers.data.allocations
    #expect(allocations.map(\.product) == [0, -2, -1, -1])
    #expect(allocations.map(\.provider) == [0, -1, 0, 0])
    let (last, none) = (Day("2017-12-31").number, Allocation.noDay)
    #expect(allocations.map(\.end) == [last, none, none, none])
    #expect(allocations.map(\.volume) == [2_50, 0, 0, 0])
    #expect(allocations.map(\.hasLimit) == [true, false, false, false])
    #expect(allocations.map(\.unit) == [4, 0, 4, 4])
    #expect(allocations.map(\.frequency) == [4, 0, 0, 0])
    #expect(allocations.map(\.category) == [2, 0, 0, 0])
    #expect(withBytes(of: "T3") { registers.index.allocations.find($0) } == 2)
    #expect(withBytes(of: "K2") { registers.index.clients.find($0) } == 1)
    #expect(registers.data.clients == nil)
    #expect(registers.data.clientCount == 2)
  }
}
