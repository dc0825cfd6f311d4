/* The lane for text without quotes, or without them by now: separators and line ends are found 64
 * bytes at a time.
 *
 * What counts is the time per field. Each step of 64 bytes yields two masks: where a field ends and
 * where a record ends. The positions of fields are written several at a time without asking how many
 * there are, which spares a branch a field; records are rare enough for a loop. Every variant makes
 * the same masks and positions, so `plain_masks` and `plain_positions` say what they mean. */

#include "scan.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

/* A bit per byte of 64. */
typedef struct {
  uint64_t delimiter, carriage_return, line_feed;
} masks;

/* What goes on from one step to the next. */
typedef struct {
  const uint8_t *bytes;
  size_t length;
  uint8_t delimiter;
  ccsv_block *block;
  uint32_t field_count;
  /* Whether the last byte seen was a CR. */
  bool after_carriage_return;
} scan_state;

/* Positions may be written this far behind the last one that counts. */
#define SLACK 16

#define INLINE static inline __attribute__((always_inline))

/* Writes base + the position of each bit of the mask, of which there are `count`. */
typedef void positions_writer(uint32_t *ends, uint32_t base, uint64_t mask, unsigned count);

INLINE void plain_positions(uint32_t *ends, uint32_t base, uint64_t mask, unsigned count) {
  for (unsigned i = 0; i < count; i += 8, ends += 8)
    for (int k = 0; k < 8; k++) {
      /* With no bit left this writes what nobody reads. */
      ends[k] = base + (uint32_t)__builtin_ctzll(mask | 1ull << 63);
      mask &= mask - 1;
    }
}

INLINE void take_masks(
    scan_state *state, size_t base, masks found, positions_writer *write_positions) {
  ccsv_block *block = state->block;
  /* The LF of a CRLF is the second half of a line end, neither a field nor a record. */
  uint64_t second_half =
      found.line_feed & (found.carriage_return << 1 | (uint64_t)state->after_carriage_return);
  state->after_carriage_return = found.carriage_return >> 63;
  uint64_t line_end = found.carriage_return | (found.line_feed & ~second_half);
  uint64_t field_end = found.delimiter | line_end;
  uint32_t before = state->field_count;
  unsigned count = (unsigned)__builtin_popcountll(field_end);
  write_positions(block->ends + before, (uint32_t)base, field_end, count);
  state->field_count = before + count;
  for (uint64_t rest = line_end; rest; rest &= rest - 1) {
    unsigned bit = (unsigned)__builtin_ctzll(rest);
    uint32_t position = (uint32_t)base + bit;
    bool is_pair = state->bytes[position] == '\r' && position + 1 < state->length &&
                   state->bytes[position + 1] == '\n';
    uint32_t start = position + 1 + is_pair;
    uint64_t up_to_here = 2ull << bit; /* 0 for the last bit: then all bits are up to here */
    uint32_t fields = before + (uint32_t)__builtin_popcountll(field_end & (up_to_here - 1));
    block->records[++block->record_count] =
        (ccsv_record){fields, start, start, ++block->line_count};
  }
}

static inline masks plain_masks(const uint8_t *bytes, size_t length, uint8_t delimiter) {
  masks found = {0, 0, 0};
  for (size_t i = 0; i < length; i++) {
    found.delimiter |= (uint64_t)(bytes[i] == delimiter) << i;
    found.carriage_return |= (uint64_t)(bytes[i] == '\r') << i;
    found.line_feed |= (uint64_t)(bytes[i] == '\n') << i;
  }
  return found;
}

/* The loop over a piece, with masks and positions by the variant's own instructions. */
#define SCAN_LOOP(MASKS, POSITIONS)                                                                \
  for (; base + 64 <= end; base += 64)                                                             \
    take_masks(state, base, MASKS(state->bytes + base, 64, state->delimiter), POSITIONS);          \
  if (base < end)                                                                                  \
    take_masks(state, base, plain_masks(state->bytes + base, end - base, state->delimiter),        \
               POSITIONS);

static void scan_plain(scan_state *state, size_t base, size_t end) {
  SCAN_LOOP(plain_masks, plain_positions)
}

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2,bmi,popcnt")))
#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vbmi2,bmi,popcnt")))

AVX2 static inline uint64_t avx2_equal(__m256i low, __m256i high, char value) {
  __m256i wanted = _mm256_set1_epi8(value);
  uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
  uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));
  return first | (uint64_t)second << 32;
}

AVX2 static inline masks avx2_masks(const uint8_t *bytes, size_t length, uint8_t delimiter) {
  (void)length;
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  return (masks){avx2_equal(low, high, (char)delimiter), avx2_equal(low, high, '\r'),
                 avx2_equal(low, high, '\n')};
}

AVX2 static void scan_avx2(scan_state *state, size_t base, size_t end) {
  SCAN_LOOP(avx2_masks, plain_positions)
}

AVX512 static inline masks avx512_masks(const uint8_t *bytes, size_t length, uint8_t delimiter) {
  (void)length;
  __m512i v = _mm512_loadu_si512(bytes);
  return (masks){_mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)delimiter)),
                 _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\r')),
                 _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\n'))};
}

/* The numbers of the bits, 0 to 63, of which a compression leaves those in the mask. */
static const uint8_t bit_numbers[64] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};

AVX512 static inline void avx512_positions(
    uint32_t *ends, uint32_t base, uint64_t mask, unsigned count) {
  __m512i bits = _mm512_maskz_compress_epi8(mask, _mm512_loadu_si512(bit_numbers));
  __m512i start = _mm512_set1_epi32((int)base);
  for (unsigned i = 0; i < count; i += 16) {
    __m512i sixteen = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(bits));
    _mm512_storeu_si512(ends + i, _mm512_add_epi32(sixteen, start));
    bits = _mm512_alignr_epi64(bits, bits, 2);
  }
}

AVX512 static void scan_avx512(scan_state *state, size_t base, size_t end) {
  SCAN_LOOP(avx512_masks, avx512_positions)
}
#elif defined(__aarch64__)
static inline uint64_t neon_equal(const uint8x16_t v[4], uint8_t value) {
  const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t wanted = vdupq_n_u8(value), bits[4];
  for (int i = 0; i < 4; i++) bits[i] = vandq_u8(vceqq_u8(v[i], wanted), weights);
  uint8x16_t sums = vpaddq_u8(vpaddq_u8(bits[0], bits[1]), vpaddq_u8(bits[2], bits[3]));
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}

static inline masks neon_masks(const uint8_t *bytes, size_t length, uint8_t delimiter) {
  (void)length;
  const uint8x16_t v[4] = {vld1q_u8(bytes), vld1q_u8(bytes + 16), vld1q_u8(bytes + 32),
                           vld1q_u8(bytes + 48)};
  return (masks){neon_equal(v, delimiter), neon_equal(v, '\r'), neon_equal(v, '\n')};
}

static void scan_neon(scan_state *state, size_t base, size_t end) {
  SCAN_LOOP(neon_masks, plain_positions)
}
#endif

static void scan_piece(scan_state *state, size_t base, size_t end, unsigned vector_bits) {
#if defined(__x86_64__)
  if (vector_bits >= 512 && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vbmi2"))
    return scan_avx512(state, base, end);
  if (vector_bits >= 256 && __builtin_cpu_supports("avx2")) return scan_avx2(state, base, end);
#elif defined(__aarch64__)
  if (vector_bits >= 128) return scan_neon(state, base, end);
#endif
  scan_plain(state, base, end);
}

/* Bytes between two looks at the room in the arrays. */
#define PIECE 4096

static bool reserve(ccsv_block *block, size_t fields, size_t records) {
  return ccsv_reserve((void **)&block->ends, &block->ends_capacity, fields, sizeof *block->ends) &&
         ccsv_reserve((void **)&block->records, &block->records_capacity, records,
                      sizeof *block->records);
}

bool ccsv_scan(
    const uint8_t *bytes, size_t from, size_t to, ccsv_scan_way way, ccsv_block *block,
    uint32_t *field_count) {
  scan_state state = {.bytes = bytes,
                      .length = to,
                      .delimiter = way.delimiter,
                      .block = block,
                      .field_count = *field_count};
  if (!reserve(block, state.field_count + SLACK, (size_t)block->record_count + 2)) return false;
  block->records[block->record_count] =
      (ccsv_record){state.field_count, (uint32_t)from, (uint32_t)from, block->line_count};
  for (size_t base = from; base < to; base += PIECE) {
    size_t end = to - base < PIECE ? to : base + PIECE;
    if (!reserve(block, state.field_count + (end - base) + 2 * SLACK,
                 block->record_count + (end - base) + 2))
      return false;
    scan_piece(&state, base, end, way.vector_bits);
  }
  if (block->records[block->record_count].offset < to) { /* a last line without a line end */
    block->ends[state.field_count++] = (uint32_t)to;
    block->record_count++;
  }
  block->records[block->record_count] =
      (ccsv_record){state.field_count, (uint32_t)to, (uint32_t)to, block->line_count};
  *field_count = state.field_count;
  return true;
}
