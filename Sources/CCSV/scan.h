#ifndef CCSV_SCAN_H
#define CCSV_SCAN_H

#include "ccsv.h"

/* Grows `*array` so that it holds `count` elements; false when there is no memory. */
bool ccsv_reserve(void **array, size_t *capacity, size_t count, size_t element);

/* The number of bytes before the first CR or LF, or `length`. */
size_t ccsv_line_length(const uint8_t *bytes, size_t length);

/* Records of bytes without a quote character; the block's text is the bytes themselves. */
bool ccsv_scan(const uint8_t *bytes, size_t length, uint8_t delimiter, ccsv_block *block);

#endif
