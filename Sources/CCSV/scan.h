#ifndef CCSV_SCAN_H
#define CCSV_SCAN_H

#include "ccsv.h"

/* Grows `*array` so that it holds `count` elements; false when there is no memory. */
bool ccsv_reserve(void **array, size_t *capacity, size_t count, size_t element);

/* The number of bytes before the first CR or LF, or `length`. */
size_t ccsv_line_length(const uint8_t *bytes, size_t length);

/* The offset after the last line end in bytes[from..<to], or `from` when there is none. A CR at the
 * very end of the known bytes does not count: the LF that belongs to it may follow. */
size_t ccsv_after_last_line_end(
    const uint8_t *bytes, size_t from, size_t to, size_t length, bool is_last);

/* Writes the line that begins at bytes[start] without its quotes to the same place of `text`, filled
 * up with blanks, and returns where it ends; 0 where a quote is not simple, and then `text` there
 * means nothing. */
size_t ccsv_unquote(
    const uint8_t *bytes, size_t start, size_t length, uint8_t quote, uint8_t delimiter,
    uint8_t *text);

/* Whether an `=` before an opening quote is dropped; not where it has a meaning of its own. */
static inline bool ccsv_drops_equals(uint8_t delimiter, uint8_t quote) {
  return delimiter != '=' && quote != '=';
}

/* The quoted value that is open at the end of a line, while a record is followed over its lines. */
typedef struct {
  bool is_open;
  /* Whether nothing of the record stands before its quote. */
  bool begins_record;
  /* Whether a line of it has as many delimiters as a record. */
  bool holds_record;
  /* Offset of its quote. */
  size_t open;
  /* Delimiters behind the quote on its own line. */
  size_t first_delimiters;
} ccsv_open_value;

/* How records look. */
typedef struct {
  uint8_t delimiter, quote;
  /* Delimiters of a record. */
  uint32_t delimiters;
} ccsv_record_form;

/* Follows the quotes of one more line of a record, bytes[from..<to] without its line end, and notes
 * in the block the first value that holds whole records, and the first that may. */
void ccsv_follow_line(
    ccsv_open_value *value, const uint8_t *bytes, size_t record_start, size_t from, size_t to,
    ccsv_record_form form, ccsv_block *block);

/* How bytes are scanned. `vector_bits`: the widest vector registers that may be used. */
typedef struct {
  uint8_t delimiter;
  unsigned vector_bits;
} ccsv_scan_way;

/* Appends the records of bytes[from..<to], which begin at a record's first byte and hold no quote
 * character any more. `field_count`: the fields of the block so far. The record behind the last one
 * becomes an end mark. */
bool ccsv_scan(
    const uint8_t *bytes, size_t from, size_t to, ccsv_scan_way way, ccsv_block *block,
    uint32_t *field_count);

#endif
