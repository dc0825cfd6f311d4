/// Every piece of wording in the annex; each language says all of them in a file of its own.
///
/// Words in braces are filled in: `{amount}`.
enum AnnexPhrase: CaseIterable {
  // The page.
  case title, notice, skip, contents, facts, made, period, noPeriod, basis, basisService
  case basisDeclaration, run, dataDate, dataThrough, noData, version, unnamedMunicipality
  case subtitle, wholeMunicipality

  // Numbers and references.
  case table, figure, inTable, total, unknown, yes, no, firstOf

  // In brief.
  case brief, briefUse, briefMonths, briefGroups, briefDistrict, briefConcentration
  case briefSpending, briefNothing

  // Use and cost.
  case use, useNote, freeTable, tailoredTable, generalTable, subsidyTable, spendingTable
  case spendingFigure, spendingDescription, general, tailored, free, tableTotal, distinctNote,
    kindTable

  // Months.
  case months, monthsNote, monthTable, amountFigure, clientFigure, flowFigure, lineDescription
  case flowDescription, inflow, outflow, firstMonthLeftOut

  // Districts.
  case districts, districtTable, districtRateFigure, districtCostFigure, barDescription

  // Combinations and sequences.
  case combinations, combinationTable, combinationFigure, groupTable, sequenceTable

  // Providers.
  case providers, providersNote, concentrationTable, largestTable, marketFigure, marketDescription
  case rankFirst, rankSecond, rankThird, rankOther

  // Ages.
  case ages, ageTable, ageFigure, ageDescription

  // Accounting.
  case accounting, accountingNote, ladderTable, step, lines, amount, rejectTable, rule, meaning
  case noRejects, findingsTable, findingsNote, noFindings, bytesRead, records, headerLines
  case blankLines, rejected, accepted, debit, credit, net, insideWindow, outsideWindow
  case warnings, seeWarnings

  // How we count.
  case counting, countingNote, sharedRules

  // The counting card.
  case card, cardBasis, cardWindow, cardClient, cardLeftOut, cardImmature, cardData, cardRun
  case cardSource, yearsBasis, noClient, clientInWindow, clientInMonth, clientInSequence
  case leftOut, leftOutBelowZero, leftOutNothing, leftOutMonths, immatureNone, immatureMonths
  case immatureFirst, allMonths, sequenceWindow, fromData, wholeYears
}
