import Analytics
import CXlsxwriter
import Ingest

/// How a cell looks.
enum CellStyle: Hashable {
  case title
  case warning
  case heading
  case label
  case text
  /// Text that may take more than one line.
  case wrapped
  case header
  /// The heading of a column of figures.
  case figureHeader
  case figure(FigureStyle)
  /// The same, for the row of a total.
  case total(FigureStyle)
  case totalText
  /// The `x` of a figure that an edition hides.
  case hidden(isTotal: Bool)
  case link
  /// A number that a reader may change.
  case input(FigureStyle)
}

/// How a number is shown. The prefix `$-413` makes the notation Dutch on any computer.
enum FigureStyle: Hashable {
  case count
  /// Without a point between its digits.
  case year
  case amount
  case share
  case ratio(decimals: Int)
  case month

  var code: String {
    switch self {
    case .count: "[$-413]#,##0"
    case .year: "0"
    case .amount: Self.euros("#,##0.00")
    case .share: "[$-413]0.0%"
    case .ratio(let decimals): "[$-413]#,##0." + String(repeating: "0", count: max(decimals, 1))
    case .month: "[$-413]mmm yyyy"
    }
  }

  /// Without decimals, for the axes and labels of charts.
  var chartCode: String {
    switch self {
    case .amount: Self.euros("#,##0")
    case .ratio: "[$-413]#,##0.0"
    case .count, .year, .share, .month: code
    }
  }

  /// `€ 1.234,50` and `€ -1.234,50`, with a space at which no line breaks.
  private static func euros(_ digits: String) -> String {
    "[$-413]\"€\u{A0}\"\(digits);[$-413]\"€\u{A0}\"-\(digits)"
  }
}

extension ColumnType {
  /// Nil for text.
  var figureStyle: FigureStyle? {
    switch self {
    case .text: nil
    case .count: .count
    case .year: .year
    case .amount: .amount
    case .share: .share
    // The cell holds all digits; more than two are not read, but of factors close to 1.
    case .ratio(let decimals): .ratio(decimals: decimals > 4 ? 4 : min(decimals, 2))
    case .month: .month
    }
  }
}

/// The formats of one workbook, made when first used.
final class WorkbookStyles {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    self.workbook = workbook
  }

  func format(_ style: CellStyle) throws -> UnsafeMutablePointer<lxw_format> {
    if let format = formats[style] { return format }
    let format = try RunFailure.expect(workbook_add_format(workbook))
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    set(style, on: format)
    formats[style] = format
    return format
  }

  private func set(_ style: CellStyle, on format: UnsafeMutablePointer<lxw_format>) {
    switch style {
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 18)
    case .warning:
      format_set_bold(format)
      format_set_font_size(format, 12)
      format_set_font_color(format, Palette.warning)
    case .heading:
      format_set_bold(format)
      format_set_font_size(format, 13)
    case .label: format_set_bold(format)
    case .text: break
    case .wrapped: format_set_text_wrap(format)
    case .header, .figureHeader:
      format_set_bold(format)
      format_set_font_color(format, Palette.headerText)
      format_set_bg_color(format, Palette.header)
      if style == .figureHeader { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    case .figure(let figure): format_set_num_format(format, figure.code)
    case .total(let figure):
      format_set_num_format(format, figure.code)
      setTotal(format)
    case .totalText: setTotal(format)
    case .hidden(let isTotal):
      format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
      format_set_font_color(format, Palette.hidden)
      // Beside a chart's gap the cell holds a number, which shows as an x, too.
      format_set_num_format(format, Self.hiddenCode)
      if isTotal { setTotal(format) }
    case .input(let figure):
      format_set_num_format(format, figure.code)
      format_set_bg_color(format, Palette.input)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .link:
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
      format_set_font_color(format, Palette.bar)
    }
  }

  /// The notation in which every number is an `x`.
  static let hiddenCode = "\"\(Cell.hiddenText)\""

  private func setTotal(_ format: UnsafeMutablePointer<lxw_format>) {
    format_set_bold(format)
    format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
  }
}

/// Colours that readers with a colour vision deficiency can tell apart (Okabe and Ito 2008).
enum Palette {
  static let bar: lxw_color_t = 0x0072B2
  static let line: lxw_color_t = 0xD55E00
  /// Beside or upon a bar: a tint of it, lighter also in grey.
  static let lightBar: lxw_color_t = 0x9ACBE8
  /// What lifts a bar, totals, rises and falls, and of both what lies below zero.
  static let waterfall: [lxw_color_t] = [headerText, 0x7F7F7F, bar, line, bar, line]
  static let curves: [lxw_color_t] = [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00]
  /// The library takes 0 for no colour.
  static let allCurve = lxw_color_t(LXW_COLOR_BLACK.rawValue)
  /// None, half and all; black figures can be read on each.
  static let heat: [lxw_color_t] = [0xFFFFFF, 0xC6E2F2, 0x5BAAD6]
  static let hidden: lxw_color_t = 0x595959
  static let input: lxw_color_t = 0xFFF4C2
  static let warning: lxw_color_t = 0xB00020
  static let header: lxw_color_t = 0x1F3A5F
  static let headerText: lxw_color_t = 0xFFFFFF
}
