/* The memory of a block. */

#include "scan.h"

#include <stdlib.h>
#include <string.h>

void ccsv_block_free(ccsv_block *block) {
  free(block->ends);
  free(block->records);
  free(block->broken);
  free(block->unquoted);
  memset(block, 0, sizeof *block);
}

bool ccsv_reserve(void **array, size_t *capacity, size_t count, size_t element) {
  if (count <= *capacity) return true;
  size_t wanted = count + count / 2 + 64;
  void *grown = realloc(*array, wanted * element);
  if (!grown) return false;
  *array = grown;
  *capacity = wanted;
  return true;
}
