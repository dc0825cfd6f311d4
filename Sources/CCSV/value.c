/* Quoted values of several lines, and whether they are that or what a stray quote has swallowed.
 *
 * A line of a value is a whole line of the file where nothing else stands on it: one between the
 * first and the last, the last where the closing quote ends the record, the first where the opening
 * quote begins it. If such a line has as many delimiters as a record, it is one. With a single
 * delimiter only lines in between tell enough: any comma in a name has one. */

#include "ccsv.h"
#include "scan.h"

static bool is_blank(uint8_t c, uint8_t delimiter) {
  return (c == ' ' || c == '\t') && c != delimiter;
}

static bool is_blank_up_to(
    const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter, bool drops_equals) {
  while (from < to && is_blank(bytes[from], delimiter)) from++;
  if (drops_equals && from + 1 == to && bytes[from] == '=') from++;
  return from == to;
}

/* Notes what the value turned out to be that is closed at `close` on a line that ends at `to`. */
static void judge(
    const ccsv_open_value *value, const uint8_t *bytes, size_t close, size_t to,
    size_t last_delimiters, ccsv_record_form form, ccsv_block *block) {
  size_t limit = form.delimiters;
  bool ends_record = is_blank_up_to(bytes, close + 1, to, form.delimiter, false);
  bool holds_record = value->holds_record ||
                      (limit > 1 && ((ends_record && last_delimiters >= limit) ||
                                     (value->begins_record && value->first_delimiters >= limit)));
  ccsv_span span = {(uint32_t)value->open, (uint32_t)close};
  if (holds_record) {
    if (block->swallowed.close == 0) block->swallowed = span;
  } else if (limit > 1 && value->first_delimiters + last_delimiters >= limit) {
    if (block->doubtful.close == 0) block->doubtful = span;
  }
}

void ccsv_follow_line(
    ccsv_open_value *value, const uint8_t *bytes, size_t record_start, size_t from, size_t to,
    ccsv_record_form form, ccsv_block *block) {
  bool was_open = value->is_open; /* at the beginning of the line */
  size_t delimiters = 0;          /* in the value, on this line */
  for (size_t i = from; i < to; i++) {
    if (!value->is_open) {
      if (bytes[i] != form.quote) continue;
      bool drops_equals = ccsv_drops_equals(form.delimiter, form.quote);
      *value = (ccsv_open_value){
          .is_open = true,
          .begins_record = is_blank_up_to(bytes, record_start, i, form.delimiter, drops_equals),
          .open = i};
      delimiters = 0;
    } else if (bytes[i] == form.delimiter) {
      delimiters++;
    } else if (bytes[i] == form.quote) {
      if (i + 1 < to && bytes[i + 1] == form.quote) {
        i++;
        continue;
      }
      if (was_open) judge(value, bytes, i, to, delimiters, form, block);
      value->is_open = was_open = false;
    }
  }
  if (!value->is_open) return;
  if (!was_open)
    value->first_delimiters = delimiters;
  else if (delimiters >= form.delimiters)
    value->holds_record = true;
}
