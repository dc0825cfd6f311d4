extension Array {
  /// The elements in runs that are long enough for their loads from memory to run side by side.
  var runs: some Sequence<ArraySlice<Element>> {
    stride(from: 0, to: count, by: 32).lazy.map { self[$0..<Swift.min($0 + 32, self.count)] }
  }
}
