/* Line ends, and checks of encodings at the speed of the common case: plain ASCII. */

#define _GNU_SOURCE
#include "ccsv.h"
#include "scan.h"

#include <string.h>

size_t ccsv_line_length(const uint8_t *bytes, size_t length) {
  /* In steps, as a file may have but one of the two. */
  for (size_t i = 0; i < length; i += 256) {
    size_t step = length - i < 256 ? length - i : 256;
    const uint8_t *line_feed = memchr(bytes + i, '\n', step);
    if (line_feed) step = (size_t)(line_feed - bytes) - i;
    const uint8_t *carriage_return = memchr(bytes + i, '\r', step);
    if (carriage_return) return (size_t)(carriage_return - bytes);
    if (line_feed) return (size_t)(line_feed - bytes);
  }
  return length;
}

size_t ccsv_after_last_line_end(
    const uint8_t *bytes, size_t from, size_t to, size_t length, bool is_last) {
  if (to > from && bytes[to - 1] == '\r' && to == length && !is_last) to--;
  const uint8_t *line_feed = memrchr(bytes + from, '\n', to - from);
  if (line_feed) from = (size_t)(line_feed - bytes) + 1;
  /* In a file with both kinds of line ends the last one may be a CR. */
  const uint8_t *carriage_return = memrchr(bytes + from, '\r', to - from);
  return carriage_return ? (size_t)(carriage_return - bytes) + 1 : from;
}

size_t ccsv_ascii_prefix(const uint8_t *bytes, size_t length) {
  size_t i = 0;
  for (; i + 128 <= length; i += 128) {
    uint8_t any = 0;
    for (size_t k = 0; k < 128; k++) any |= bytes[i + k];
    if (any & 0x80) break;
  }
  while (i < length && bytes[i] < 0x80) i++;
  return i;
}

bool ccsv_holds_nul(const uint8_t *bytes, size_t length) {
  return memchr(bytes, 0, length) != NULL;
}

/* The length of the valid UTF-8 sequence at `bytes` (Unicode 15, table 3-7), or 0. */
static size_t sequence(const uint8_t *b, size_t length) {
  size_t count = b[0] < 0xC2 ? 0 : b[0] < 0xE0 ? 2 : b[0] < 0xF0 ? 3 : b[0] < 0xF5 ? 4 : 0;
  if (count == 0 || count > length) return 0;
  uint8_t low = b[0] == 0xE0 ? 0xA0 : b[0] == 0xF0 ? 0x90 : 0x80;
  uint8_t high = b[0] == 0xED ? 0x9F : b[0] == 0xF4 ? 0x8F : 0xBF;
  if (b[1] < low || b[1] > high) return 0;
  for (size_t k = 2; k < count; k++)
    if ((b[k] & 0xC0) != 0x80) return 0;
  return count;
}

size_t ccsv_utf8_prefix(const uint8_t *bytes, size_t length) {
  size_t i = 0;
  for (;;) {
    i += ccsv_ascii_prefix(bytes + i, length - i);
    if (i == length) return length;
    size_t count = sequence(bytes + i, length - i);
    if (count == 0) return i;
    i += count;
  }
}
