/* The lane for records whose quotes are simple: a field that is quoted as a whole, in one line, with
 * neither a quote nor a delimiter in it, or such a one behind an `=`. Spreadsheets write hardly any
 * others.
 *
 * What counts is that such a record needs no state machine: without its quotes it is a record for
 * the scan. The text moves up, and blanks fill the room before the line end, so every record stays at
 * its own place; values are trimmed in any case. What is not simple is left to libcsv. */

#include "scan.h"

#include <string.h>

size_t ccsv_unquote(
    const uint8_t *bytes, size_t start, size_t length, uint8_t quote, uint8_t delimiter,
    uint8_t *text) {
  size_t end = start + ccsv_line_length(bytes + start, length - start);
  size_t from = start, to = start;
  bool drops_equals = ccsv_drops_equals(delimiter, quote);
  const uint8_t *open;
  while ((open = memchr(bytes + from, quote, end - from))) {
    size_t value = (size_t)(open - bytes) + 1;
    size_t field = value - 1;
    if (drops_equals && field > start && bytes[field - 1] == '=') field--;
    if (field > start && bytes[field - 1] != delimiter) return 0;
    const uint8_t *close = memchr(bytes + value, quote, end - value);
    if (!close) return 0;
    size_t value_end = (size_t)(close - bytes);
    if (value_end + 1 < end && bytes[value_end + 1] != delimiter) return 0;
    if (memchr(bytes + value, delimiter, value_end - value)) return 0;
    memcpy(text + to, bytes + from, field - from);
    to += field - from;
    memcpy(text + to, bytes + value, value_end - value);
    to += value_end - value;
    from = value_end + 1;
  }
  memcpy(text + to, bytes + from, end - from);
  to += end - from;
  memset(text + to, ' ', end - to);
  return end;
}
