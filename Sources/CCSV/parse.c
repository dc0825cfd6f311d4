/* Records: those whose quotes are not simple (`ccsv_unquote`) through libcsv, line by line, the
 * others by `ccsv_scan`.
 *
 * libcsv does not say where in its input a record began. It is fed one physical line at a time, so
 * the byte and the line of every record are known, and a broken record can end at its line's end. */

#include "ccsv.h"
#include "scan.h"

#include <csv.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct ccsv_parser {
  struct csv_parser libcsv;
  ccsv_scan_way scan_way;
  uint8_t quote;
  /* Whether `ccsv_unquote` may be used: blanks that it adds have to mean nothing. */
  bool unquotes;
  bool drops_equals;
  /* Delimiters of a record; 0: not known. */
  uint32_t delimiters;
};

static int never(unsigned char c) {
  (void)c;
  return 0;
}

ccsv_parser *ccsv_parser_new(uint8_t delimiter, uint8_t quote, bool keep_spaces) {
  ccsv_parser *parser = calloc(1, sizeof *parser);
  if (!parser) return NULL;
  if (csv_init(&parser->libcsv, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI) != 0) {
    free(parser);
    return NULL;
  }
  csv_set_delim(&parser->libcsv, delimiter);
  csv_set_quote(&parser->libcsv, quote);
  csv_set_blk_size(&parser->libcsv, 64 * 1024);
  if (keep_spaces) csv_set_space_func(&parser->libcsv, never);
  parser->scan_way = (ccsv_scan_way){.delimiter = delimiter, .vector_bits = UINT_MAX};
  parser->quote = quote;
  parser->unquotes = !keep_spaces && delimiter != ' ';
  parser->drops_equals = !keep_spaces && ccsv_drops_equals(delimiter, quote);
  return parser;
}

void ccsv_parser_expect(ccsv_parser *parser, uint32_t delimiters) {
  parser->delimiters = delimiters;
}

void ccsv_parser_free(ccsv_parser *parser) {
  if (!parser) return;
  csv_free(&parser->libcsv);
  free(parser);
}

void ccsv_parser_limit_vectors(ccsv_parser *parser, unsigned bits) {
  parser->scan_way.vector_bits = bits;
}

/* Where libcsv's callbacks put fields and record ends. */
typedef struct {
  ccsv_block *block;
  uint8_t delimiter;
  size_t text_length;
  uint32_t field_count;
  bool record_ended, out_of_memory;
} sink;

static void take_field(void *text, size_t length, void *context) {
  sink *s = context;
  ccsv_block *block = s->block;
  if (!ccsv_reserve((void **)&block->ends, &block->ends_capacity, s->field_count + 1,
                    sizeof *block->ends)) {
    s->out_of_memory = true;
    return;
  }
  /* A field is never longer than its source and is followed by at least one byte there, so the
   * text fits in a buffer of the input's length plus one. */
  memcpy(block->unquoted + s->text_length, text, length);
  block->unquoted[s->text_length + length] = s->delimiter;
  if (memchr(text, s->delimiter, length)) block->holds_delimiters = true;
  block->ends[s->field_count++] = (uint32_t)(s->text_length + length);
  s->text_length += length + 1;
}

static void take_record_end(int terminator, void *context) {
  (void)terminator;
  ((sink *)context)->record_ended = true;
}

static bool add_record(ccsv_block *block, ccsv_record record) {
  if (!ccsv_reserve((void **)&block->records, &block->records_capacity,
                    (size_t)block->record_count + 2, sizeof *block->records))
    return false;
  block->records[block->record_count++] = record;
  return true;
}

static bool add_broken(ccsv_block *block, uint32_t record) {
  if (!ccsv_reserve((void **)&block->broken, &block->broken_capacity,
                    (size_t)block->broken_count + 1, sizeof *block->broken))
    return false;
  block->broken[block->broken_count++] = record;
  return true;
}

/* Begins anew. While a quote is open, a strict `csv_fini` fails and leaves the state as it is, and
 * the next text would begin inside that quote. */
static void forget_record(struct csv_parser *libcsv) {
  unsigned char options = csv_get_opts(libcsv);
  csv_set_opts(libcsv, options & ~CSV_STRICT_FINI);
  csv_fini(libcsv, NULL, NULL, NULL);
  csv_set_opts(libcsv, options);
}

/* Parses a line without its end, and returns where it broke, or `end`. */
static size_t parse_line(
    ccsv_parser *parser, const uint8_t *bytes, size_t from, size_t end, sink *s) {
  struct csv_parser *libcsv = &parser->libcsv;
  while (from < end) {
    size_t part_end = end;
    if (parser->drops_equals) {
      /* Up to the next `=` before a quote; whether it is dropped is known once libcsv is there. */
      const uint8_t *equals = bytes + from;
      while ((equals = memchr(equals, '=', (size_t)(bytes + end - equals)))) {
        size_t position = (size_t)(equals - bytes);
        if (position + 1 < end && bytes[position + 1] == parser->quote) {
          part_end = position;
          break;
        }
        equals++;
      }
    }
    size_t wanted = part_end - from;
    size_t parsed = csv_parse(libcsv, bytes + from, wanted, take_field, take_record_end, s);
    if (parsed < wanted) return from + parsed;
    from = part_end;
    if (from == end) break;
    /* libcsv's states 0 and 1: no row, or no field, has begun. */
    bool drops = libcsv->pstate < 2;
    if (!drops && csv_parse(libcsv, bytes + from, 1, take_field, take_record_end, s) < 1)
      return from;
    from++;
  }
  return end;
}

/* Parses the record that begins at `position`, and returns where the next one begins; 0 when memory
 * ran out. Its text goes to its own place: what is unquoted is never longer than its source. */
static size_t parse_record(
    ccsv_parser *parser, const uint8_t *bytes, size_t position, size_t length, sink *s) {
  struct csv_parser *libcsv = &parser->libcsv;
  ccsv_block *block = s->block;
  ccsv_record_form form = {s->delimiter, parser->quote, parser->delimiters};
  ccsv_open_value open_value = {0};
  size_t start = position;
  bool is_first_line = true;
  s->record_ended = false;
  s->text_length = position;
  if (!add_record(block, (ccsv_record){s->field_count, (uint32_t)position, (uint32_t)position,
                                       block->line_count}))
    return 0;
  while (!s->record_ended && position < length) {
    size_t line = position;
    size_t end = position + ccsv_line_length(bytes + position, length - position);
    bool broken = parse_line(parser, bytes, position, end, s) < end;
    if (!is_first_line) {
      block->inner_line_count++;
      if (form.delimiters) ccsv_follow_line(&open_value, bytes, start, line, end, form, block);
    }
    if (broken) {
      if (csv_error(libcsv) == CSV_ENOMEM) return 0;
      forget_record(libcsv);
      if (!add_broken(block, block->record_count - 1)) return 0;
      s->record_ended = true;
    }
    position = end;
    if (position == length) break;
    block->line_count++;
    bool is_pair = bytes[end] == '\r' && end + 1 < length && bytes[end + 1] == '\n';
    if (!broken) {
      csv_parse(libcsv, bytes + end, 1, take_field, take_record_end, s);
      /* Inside a quoted field both bytes of the line end are data. */
      if (is_pair && !s->record_ended)
        csv_parse(libcsv, bytes + end + 1, 1, take_field, take_record_end, s);
    }
    position += is_pair ? 2 : 1;
    if (is_first_line && !s->record_ended && form.delimiters)
      ccsv_follow_line(&open_value, bytes, start, line, end, form, block);
    is_first_line = false;
  }
  if (!s->record_ended && csv_fini(libcsv, take_field, take_record_end, s) != 0)
    if (!add_broken(block, block->record_count - 1)) return 0;
  forget_record(libcsv);
  return s->out_of_memory ? 0 : position;
}

static void begin(ccsv_block *block) {
  block->record_count = block->line_count = block->broken_count = 0;
  block->inner_line_count = 0;
  block->swallowed = block->doubtful = (ccsv_span){0, 0};
  block->holds_delimiters = false;
}

/* Makes a block ready for a text of this length whose fields are unquoted. */
static bool begin_unquoted(ccsv_block *block, size_t length) {
  begin(block);
  if (!ccsv_reserve((void **)&block->unquoted, &block->unquoted_capacity, length + 2, 1) ||
      !ccsv_reserve((void **)&block->ends, &block->ends_capacity, 1, sizeof *block->ends) ||
      !ccsv_reserve((void **)&block->records, &block->records_capacity, 2, sizeof *block->records))
    return false;
  block->text = block->unquoted;
  return true;
}

static void end_unquoted(ccsv_block *block, size_t length, uint32_t field_count) {
  block->records[block->record_count] =
      (ccsv_record){field_count, (uint32_t)length, (uint32_t)length, block->line_count};
}

bool ccsv_parse_with_libcsv(
    ccsv_parser *parser, const uint8_t *bytes, size_t length, ccsv_block *block) {
  if (!begin_unquoted(block, length)) return false;
  sink s = {.block = block, .delimiter = parser->scan_way.delimiter};
  for (size_t position = 0; position < length;) {
    position = parse_record(parser, bytes, position, length, &s);
    if (position == 0) return false;
  }
  end_unquoted(block, length, s.field_count);
  return true;
}

/* Appends the records of the unquoted text between two places. */
static bool scan_unquoted(ccsv_parser *parser, size_t from, size_t to, sink *s) {
  return from == to || ccsv_scan(s->block->unquoted, from, to, parser->scan_way, s->block,
                                 &s->field_count);
}

bool ccsv_parse(ccsv_parser *parser, const uint8_t *bytes, size_t length, ccsv_block *block) {
  sink s = {.block = block, .delimiter = parser->scan_way.delimiter};
  if (!memchr(bytes, parser->quote, length)) {
    begin(block);
    block->text = bytes;
    return ccsv_scan(bytes, 0, length, parser->scan_way, block, &s.field_count);
  }
  /* The text is a copy of the bytes in which records with a quote are unquoted at their own places,
   * so an offset is the same in both. */
  if (!begin_unquoted(block, length)) return false;
  memcpy(block->unquoted, bytes, length);
  size_t scanned = 0, position = 0;
  const uint8_t *quote;
  while ((quote = memchr(bytes + position, parser->quote, length - position))) {
    size_t record =
        ccsv_after_last_line_end(bytes, position, (size_t)(quote - bytes), length, true);
    if (parser->unquotes) {
      position = ccsv_unquote(bytes, record, length, parser->quote, s.delimiter, block->unquoted);
      if (position > 0) continue;
    }
    if (!scan_unquoted(parser, scanned, record, &s)) return false;
    position = scanned = parse_record(parser, bytes, record, length, &s);
    if (position == 0) return false;
  }
  if (!scan_unquoted(parser, scanned, length, &s)) return false;
  end_unquoted(block, length, s.field_count);
  return true;
}
