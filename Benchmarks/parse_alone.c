/* Parsing alone: a CSV file through CCSV into blocks of offsets that nobody looks at.
 *
 * The floor under `wmo-etl run`: chunks are read and cut one after another under a lock and parsed
 * in parallel, as Ingest/CSV/ChunkReader.swift does. Prints the number of records.
 *
 *   parse_alone FILE DELIMITER THREADS */

#include "ccsv.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK = 1 << 20 };

static int file;
static uint8_t delimiter;
static off_t position;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

/* The length of the next chunk, 0 at the end of the file. */
static size_t next_chunk(uint8_t *bytes) {
  size_t open_quote, count = 0;
  pthread_mutex_lock(&lock);
  while (count < CHUNK) {
    ssize_t got = pread(file, bytes + count, CHUNK - count, position + (off_t)count);
    if (got < 0) fail("pread");
    if (got == 0) break;
    count += (size_t)got;
  }
  size_t length = ccsv_cut(bytes, count, delimiter, '"', count < CHUNK, &open_quote);
  if (length == 0 && count == CHUNK) fail("a record of more than a chunk");
  position += (off_t)length;
  pthread_mutex_unlock(&lock);
  return length;
}

static void *work(void *records) {
  uint8_t *bytes = malloc(CHUNK + 64);
  ccsv_parser *parser = ccsv_parser_new(delimiter, '"', false);
  ccsv_block block = {0};
  if (!bytes || !parser) fail("malloc");
  for (size_t length; (length = next_chunk(bytes)) > 0;) {
    if (!ccsv_parse(parser, bytes, length, &block)) fail("ccsv_parse");
    *(uint64_t *)records += block.record_count;
  }
  return NULL;
}

int main(int count, char **arguments) {
  if (count != 4) return 64;
  file = open(arguments[1], O_RDONLY);
  if (file < 0) fail(arguments[1]);
  delimiter = (uint8_t)arguments[2][0];
  int threads = atoi(arguments[3]);
  pthread_t thread[64];
  uint64_t records[64] = {0}, sum = 0;
  if (threads < 1 || threads > 64) return 64;
  for (int i = 0; i < threads; i++)
    if (pthread_create(&thread[i], NULL, work, &records[i]) != 0) fail("pthread_create");
  for (int i = 0; i < threads; i++) pthread_join(thread[i], NULL), sum += records[i];
  printf("%llu\n", (unsigned long long)sum);
}
