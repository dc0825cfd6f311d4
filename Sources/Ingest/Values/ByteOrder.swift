/// Whether one text comes before another byte-wise in UTF-8, the order of every table.
///
/// `String.<` follows Unicode's canonical order and treats equivalent spellings as equal; the
/// contract compares bytes.
public func precedesByteWise(_ a: String, _ b: String) -> Bool {
  a.utf8.lexicographicallyPrecedes(b.utf8)
}
