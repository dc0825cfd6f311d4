/* Where a piece of a file may be cut: at the end of a record, never inside a quoted field.
 *
 * This must see the same record ends as libcsv in strict mode. It hops from quote to quote, so text
 * with few quotes is passed at the speed of memchr. */

#include "ccsv.h"
#include "scan.h"

#include <string.h>

static bool is_blank(uint8_t c, uint8_t delimiter) {
  return (c == ' ' || c == '\t') && c != delimiter;
}

static bool is_line_end(uint8_t c) { return c == '\n' || c == '\r'; }

/* Whether the quote at `position` stands at the beginning of a field; `from`: not before here. */
static bool begins_field(
    const uint8_t *bytes, size_t position, size_t from, uint8_t delimiter, bool drops_equals) {
  if (drops_equals && position > from && bytes[position - 1] == '=') position--;
  while (position > from && is_blank(bytes[position - 1], delimiter)) position--;
  return position == from || bytes[position - 1] == delimiter || is_line_end(bytes[position - 1]);
}

size_t ccsv_cut(
    const uint8_t *bytes, size_t length, uint8_t delimiter, uint8_t quote, bool is_last,
    size_t *open_quote) {
  *open_quote = CCSV_NO_QUOTE;
  size_t record_end = 0; /* the last record end that is known */
  size_t position = 0;   /* outside quotes here */
  size_t field_from = 0; /* a field's beginning is looked for from here on */
  bool drops_equals = ccsv_drops_equals(delimiter, quote);
  for (;;) {
    const uint8_t *found = memchr(bytes + position, quote, length - position);
    size_t region_end = found ? (size_t)(found - bytes) : length;
    size_t end = ccsv_after_last_line_end(bytes, position, region_end, length, is_last);
    if (end > position) record_end = end;
    if (!found) break;
    size_t opening = region_end;
    bool broken = !begins_field(bytes, opening, field_from, delimiter, drops_equals);
    position = opening + 1;
    while (!broken) { /* inside the quotes: look for the closing one */
      const uint8_t *closing = memchr(bytes + position, quote, length - position);
      if (!closing) {
        *open_quote = opening;
        return is_last ? length : record_end;
      }
      position = (size_t)(closing - bytes) + 1;
      if (position < length && bytes[position] == quote) {
        position++;
        continue;
      }
      while (position < length && is_blank(bytes[position], delimiter)) position++;
      /* At the end of the known bytes a quote may follow that makes this one a quoted quote. */
      if (position == length) return is_last ? length : record_end;
      broken = bytes[position] != delimiter && !is_line_end(bytes[position]);
      break;
    }
    if (broken) position += ccsv_line_length(bytes + position, length - position);
    field_from = position;
  }
  return is_last ? length : record_end;
}
