#ifndef CCSV_H
#define CCSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Records of a piece of CSV text, as offsets: no callback per field leaves C.
 *
 * What a file means is defined by libcsv in strict mode: a quote inside an unquoted field or text
 * after a closing quote breaks the record, which then ends at the next line end. One thing is added:
 * an `=` right before the quote that begins a field is dropped, as spreadsheets protect text by
 * writing ="0123" (not where spaces are kept). */

/* One record. Its fields end at `ends[first_field]` and so on, up to the next record's first. */
typedef struct {
  uint32_t first_field;
  /* Where the text of its first field begins in the block's text. */
  uint32_t text_start;
  /* Offset of the record's first byte in the parsed bytes. */
  uint32_t offset;
  /* Number of line ends before the record in the parsed bytes. */
  uint32_t line;
} ccsv_record;

/* A quoted value of several lines: offsets of its quotes in the parsed bytes; none where `close` is
 * 0. */
typedef struct {
  uint32_t open, close;
} ccsv_span;

/* The result of parsing; reused from call to call, so that nothing is allocated in the long run.
 *
 * `text` holds the fields of all records with a delimiter between two fields of a record: field k
 * ends before `ends[k]`, and begins at `ends[k - 1] + 1`, or at `text_start` of its record when it
 * is the first. `records[record_count]` is an end mark. A blank line is a record without fields or
 * with one empty field; a field may have blanks around it that trimming drops. */
typedef struct {
  const uint8_t *text;
  uint32_t *ends;
  ccsv_record *records;
  uint32_t record_count;
  uint32_t line_count;
  /* Indices of the broken records; their fields are those that were complete before the break. */
  uint32_t *broken;
  uint32_t broken_count;
  /* Lines inside records, behind their first ones. */
  uint32_t inner_line_count;
  /* The first quoted value that holds whole lines with as many delimiters as a record has, or more
   * (`ccsv_parser_expect`): a stray quote has swallowed them. */
  ccsv_span swallowed;
  /* The first one whose first and last line together have so many: it may be two lines by chance. */
  ccsv_span doubtful;
  /* Whether some field holds a delimiter, so that equal text may have other fields. */
  bool holds_delimiters;

  uint8_t *unquoted;
  size_t unquoted_capacity, ends_capacity, records_capacity, broken_capacity;
} ccsv_block;

typedef struct ccsv_parser ccsv_parser;

/* NULL when there is no memory. `keep_spaces`: blanks around values are data (libcsv drops them). */
ccsv_parser *ccsv_parser_new(uint8_t delimiter, uint8_t quote, bool keep_spaces);
void ccsv_parser_free(ccsv_parser *parser);

/* Leaves vector registers of more than so many bits unused; with 0 none is used. For tests: one
 * machine shows what others do that have none so wide. */
void ccsv_parser_limit_vectors(ccsv_parser *parser, unsigned bits);

/* Says how many delimiters a record has, so that quoted values which hold whole records are found; 0,
 * as in the beginning, looks for none. */
void ccsv_parser_expect(ccsv_parser *parser, uint32_t delimiters);

void ccsv_block_free(ccsv_block *block);

/* Parses bytes that begin at a record's first byte and end after a record's last one (`ccsv_cut`).
 * Records whose quotes are none or simple are found by their separators, the others by libcsv; both
 * give the same records once blanks around values are trimmed (libcsv drops them unless the parser
 * keeps spaces; then all records with a quote are its). False when memory ran out. */
bool ccsv_parse(ccsv_parser *parser, const uint8_t *bytes, size_t length, ccsv_block *block);

/* The same through libcsv in every case: the yardstick for tests. */
bool ccsv_parse_with_libcsv(
    ccsv_parser *parser, const uint8_t *bytes, size_t length, ccsv_block *block);

#define CCSV_NO_QUOTE SIZE_MAX

/* The length of the longest known prefix of the bytes that ends at a record's end; 0 when there is
 * none. The bytes begin at a record's first byte. `is_last`: nothing follows them.
 * `open_quote` becomes the offset of the quote that is open at the end of the bytes, else
 * CCSV_NO_QUOTE. */
size_t ccsv_cut(
    const uint8_t *bytes, size_t length, uint8_t delimiter, uint8_t quote, bool is_last,
    size_t *open_quote);

/* Offset of the first byte with the high bit set, or `length`. */
size_t ccsv_ascii_prefix(const uint8_t *bytes, size_t length);

bool ccsv_holds_nul(const uint8_t *bytes, size_t length);

/* Offset of the first byte that is a control character but tab, LF and CR, or DEL, or 0xEF, `#`, `=`,
 * or an `E` or `e` with `+` or `-` behind it; else `length`. */
size_t ccsv_suspect(const uint8_t *bytes, size_t length);

/* Offset of the first byte that is not part of a valid UTF-8 sequence, or `length`. */
size_t ccsv_utf8_prefix(const uint8_t *bytes, size_t length);

#endif
