/* The lane for bytes without quotes: separators and line ends are found 64 bytes at a time. */

#include "scan.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

/* A bit per byte of 64: is it the delimiter, CR or LF? */
typedef uint64_t (*mask_function)(const uint8_t *bytes, uint8_t delimiter);

/* Appends the positions of the set bits. Kept inline in every variant, so that the masks are
 * computed by the variant's own instructions. */
#define SCAN_LOOP(MASK)                                                                            \
  size_t base = 0;                                                                                 \
  for (; base + 64 <= length; base += 64) {                                                        \
    uint64_t mask = MASK(bytes + base, delimiter);                                                 \
    while (mask) {                                                                                 \
      *positions++ = (uint32_t)(base + (size_t)__builtin_ctzll(mask));                             \
      mask &= mask - 1;                                                                            \
    }                                                                                              \
  }                                                                                                \
  for (; base < length; base++)                                                                    \
    if (bytes[base] == delimiter || bytes[base] == '\n' || bytes[base] == '\r')                    \
      *positions++ = (uint32_t)base;                                                               \
  return positions;

static inline uint64_t plain_mask(const uint8_t *bytes, uint8_t delimiter) {
  uint64_t mask = 0;
  for (unsigned i = 0; i < 64; i++)
    mask |= (uint64_t)(bytes[i] == delimiter || bytes[i] == '\n' || bytes[i] == '\r') << i;
  return mask;
}

static uint32_t *scan_plain(
    const uint8_t *bytes, size_t length, uint8_t delimiter, uint32_t *positions) {
  SCAN_LOOP(plain_mask)
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static inline uint64_t avx2_half(
    const uint8_t *bytes, uint8_t delimiter) {
  __m256i v = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i hit = _mm256_or_si256(
      _mm256_cmpeq_epi8(v, _mm256_set1_epi8((char)delimiter)),
      _mm256_or_si256(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('\n')),
                      _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\r'))));
  return (uint32_t)_mm256_movemask_epi8(hit);
}

__attribute__((target("avx2"))) static inline uint64_t avx2_mask(
    const uint8_t *bytes, uint8_t delimiter) {
  return avx2_half(bytes, delimiter) | avx2_half(bytes + 32, delimiter) << 32;
}

__attribute__((target("avx2"))) static uint32_t *scan_avx2(
    const uint8_t *bytes, size_t length, uint8_t delimiter, uint32_t *positions) {
  SCAN_LOOP(avx2_mask)
}

__attribute__((target("avx512f,avx512bw"))) static inline uint64_t avx512_mask(
    const uint8_t *bytes, uint8_t delimiter) {
  __m512i v = _mm512_loadu_si512(bytes);
  return _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)delimiter)) |
         _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\n')) |
         _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\r'));
}

__attribute__((target("avx512f,avx512bw"))) static uint32_t *scan_avx512(
    const uint8_t *bytes, size_t length, uint8_t delimiter, uint32_t *positions) {
  SCAN_LOOP(avx512_mask)
}
#elif defined(__aarch64__)
static inline uint64_t neon_mask(const uint8_t *bytes, uint8_t delimiter) {
  const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t parts[4];
  for (int i = 0; i < 4; i++) {
    uint8x16_t v = vld1q_u8(bytes + 16 * i);
    uint8x16_t hit = vorrq_u8(vceqq_u8(v, vdupq_n_u8(delimiter)),
                              vorrq_u8(vceqq_u8(v, vdupq_n_u8('\n')),
                                       vceqq_u8(v, vdupq_n_u8('\r'))));
    parts[i] = vandq_u8(hit, weights);
  }
  uint8x16_t low = vpaddq_u8(parts[0], parts[1]), high = vpaddq_u8(parts[2], parts[3]);
  uint8x16_t sums = vpaddq_u8(low, high);
  sums = vpaddq_u8(sums, sums);
  return vgetq_lane_u64(vreinterpretq_u64_u8(sums), 0);
}

static uint32_t *scan_neon(
    const uint8_t *bytes, size_t length, uint8_t delimiter, uint32_t *positions) {
  SCAN_LOOP(neon_mask)
}
#endif

static uint32_t *find_separators(
    const uint8_t *bytes, size_t length, uint8_t delimiter, uint32_t *positions) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw")) return scan_avx512(bytes, length, delimiter, positions);
  if (__builtin_cpu_supports("avx2")) return scan_avx2(bytes, length, delimiter, positions);
#elif defined(__aarch64__)
  return scan_neon(bytes, length, delimiter, positions);
#endif
  return scan_plain(bytes, length, delimiter, positions);
}

size_t ccsv_line_length(const uint8_t *bytes, size_t length) {
  size_t i = 0;
  while (i < length && bytes[i] != '\n' && bytes[i] != '\r') i++;
  return i;
}

/* Fields that `find_separators` may write for a piece of text before the arrays are looked at. */
#define PIECE 4096

bool ccsv_scan(const uint8_t *bytes, size_t length, uint8_t delimiter, ccsv_block *block) {
  block->record_count = block->line_count = block->broken_count = 0;
  block->text = bytes;
  uint32_t fields = 0, start = 0;
  for (size_t piece = 0; piece < length; piece += PIECE) {
    size_t piece_length = length - piece < PIECE ? length - piece : PIECE;
    if (!ccsv_reserve((void **)&block->ends, &block->ends_capacity, fields + piece_length + 1,
                      sizeof *block->ends))
      return false;
    uint32_t *found = block->ends + fields;
    uint32_t *end = find_separators(bytes + piece, piece_length, delimiter, found);
    size_t count = (size_t)(end - found);
    if (!ccsv_reserve((void **)&block->records, &block->records_capacity,
                      (size_t)block->record_count + count + 2, sizeof *block->records))
      return false;
    uint32_t *ends = block->ends;
    for (size_t i = 0; i < count; i++) {
      uint32_t position = found[i] + (uint32_t)piece;
      uint8_t c = bytes[position];
      if (c == '\n' && position > 0 && bytes[position - 1] == '\r') {
        start = position + 1; /* the second half of a line end */
        continue;
      }
      ends[fields++] = position;
      if (c == delimiter) continue;
      uint32_t first = block->record_count ? block->records[block->record_count].first_field : 0;
      block->records[block->record_count++] =
          (ccsv_record){first, start, start, block->line_count++};
      block->records[block->record_count].first_field = fields;
      start = position + 1;
    }
  }
  if (!ccsv_reserve((void **)&block->ends, &block->ends_capacity, fields + 1,
                    sizeof *block->ends) ||
      !ccsv_reserve((void **)&block->records, &block->records_capacity,
                    (size_t)block->record_count + 2, sizeof *block->records))
    return false;
  if (start < length) { /* a last line without a line end */
    uint32_t first = block->record_count ? block->records[block->record_count].first_field : 0;
    block->ends[fields++] = (uint32_t)length;
    block->records[block->record_count++] =
        (ccsv_record){first, start, start, block->line_count};
  }
  block->records[block->record_count] =
      (ccsv_record){fields, (uint32_t)length, (uint32_t)length, block->line_count};
  return true;
}
