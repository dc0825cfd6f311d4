/* Bytes that hardly any value holds: a text without them needs no closer look at its values. */

#include "ccsv.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/* Written without branches, so that a loop over it becomes vectors. */
static inline uint8_t is_suspect(uint8_t byte, uint8_t next) {
  uint8_t is_control = (byte < 0x20) & (byte != '\t') & (byte != '\n') & (byte != '\r');
  uint8_t is_mark = (byte == 0x7F) | (byte == 0xEF) | (byte == '#') | (byte == '=');
  uint8_t is_power = ((byte | 0x20) == 'e') & ((next == '+') | (next == '-'));
  return is_control | is_mark | is_power;
}

/* The variants return a place, a multiple of a step, before which no byte is suspect. */
#define STEP 128

static size_t skip_plain(const uint8_t *bytes, size_t length) {
  size_t i = 0;
  for (; i + STEP < length; i += STEP) {
    uint8_t any = 0;
    for (size_t k = 0; k < STEP; k++) any |= is_suspect(bytes[i + k], bytes[i + k + 1]);
    if (any) break;
  }
  return i;
}

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2")))

/* A byte is suspect where its two halves have a class in common: 1 and 2 are control characters,
 * 4 is `#`, 8 is `=`, 16 is DEL, 32 is 0xEF; 64 is E and e, which are suspect before a sign only. */
AVX2 static inline __m256i avx2_suspects(const uint8_t *bytes) {
  const __m256i low_classes = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(3, 3, 3, 7, 3, 67, 3, 3, 3, 2, 2, 3, 3, 10, 3, 51));
  const __m256i high_classes = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(1, 2, 4, 8, 64, 0, 64, 16, 0, 0, 0, 0, 0, 0, 32, 0));
  const __m256i half = _mm256_set1_epi8(0x0F);
  __m256i v = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i next = _mm256_loadu_si256((const __m256i *)(bytes + 1));
  __m256i classes = _mm256_and_si256(
      _mm256_shuffle_epi8(low_classes, _mm256_and_si256(v, half)),
      _mm256_shuffle_epi8(high_classes, _mm256_and_si256(_mm256_srli_epi16(v, 4), half)));
  /* `)` and `/` pass for signs here: that costs a look, now and then. */
  __m256i is_sign =
      _mm256_cmpeq_epi8(_mm256_or_si256(next, _mm256_set1_epi8(6)), _mm256_set1_epi8(0x2F));
  return _mm256_and_si256(classes, _mm256_or_si256(is_sign, _mm256_set1_epi8(~64)));
}

AVX2 static size_t skip_avx2(const uint8_t *bytes, size_t length) {
  size_t i = 0;
  for (; i + STEP < length; i += STEP) {
    __m256i any = _mm256_or_si256(
        _mm256_or_si256(avx2_suspects(bytes + i), avx2_suspects(bytes + i + 32)),
        _mm256_or_si256(avx2_suspects(bytes + i + 64), avx2_suspects(bytes + i + 96)));
    if (!_mm256_testz_si256(any, any)) break;
  }
  return i;
}
#endif

static size_t skip(const uint8_t *bytes, size_t length) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return skip_avx2(bytes, length);
#endif
  return skip_plain(bytes, length);
}

size_t ccsv_suspect(const uint8_t *bytes, size_t length) {
  size_t i = 0;
  while (i < length) {
    i += skip(bytes + i, length - i);
    size_t end = length - i <= STEP ? length : i + STEP;
    for (; i < end; i++)
      if (is_suspect(bytes[i], i + 1 < length ? bytes[i + 1] : 0)) return i;
  }
  return length;
}
