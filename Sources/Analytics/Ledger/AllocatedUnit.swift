import Ingest

/// Volumes in the unit of an allocation.
extension Allocation {
  /// Minutes on an hour allocation (iWmo TR341).
  @inline(__always)
  func takesMinutes(_ line: DeclarationLine) -> Bool {
    line.unit == Unit.minute.rawValue && unit == Unit.hour.rawValue
  }

  /// Whether the units are equal or minutes on hours; a missing unit fits nothing.
  @inline(__always)
  func fits(_ line: DeclarationLine) -> Bool { line.unit == unit || takesMinutes(line) }

  /// The line's volume in sixtieths of hundredths of the allocation's unit, so that minutes are
  /// whole.
  @inline(__always)
  func sixtieths(_ line: DeclarationLine) -> Int64 {
    takesMinutes(line) ? line.volume : 60 &* line.volume
  }
}
