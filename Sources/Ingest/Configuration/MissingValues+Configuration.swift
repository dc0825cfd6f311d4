extension MissingValues {
  /// `texts` as in ``Configuration/missingTexts``: nil for those of the contract. Their order plays
  /// no part, for a value is missing or not.
  init(_ texts: Set<String>?, dialect: Dialect) {
    self.init(tokens: texts.map { Array($0) }, dialect: dialect)
  }
}
