/*
 * Single-precision multiply-adds per second of this processor with its widest vectors, from
 * registers only: the time below which no network can run.
 *
 *   cc -O3 -march=native -pthread fma-peak.c -o fma-peak && ./fma-peak THREADS
 *
 * Prints GFLOP/s of the best of many short runs; a multiply-add counts as two.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#if defined(__AVX512F__)
#define VECTOR_BYTES 64
#elif defined(__AVX__)
#define VECTOR_BYTES 32
#else
#define VECTOR_BYTES 16
#endif

enum {
  LANES = VECTOR_BYTES / sizeof(float),
  /* Independent chains: enough for two units with a latency of four or five cycles. */
  CHAINS = 12,
  STEPS = 20 * 1000 * 1000,
  REPEATS = 25,
  MAX_THREADS = 64,
};

typedef float vector __attribute__((vector_size(VECTOR_BYTES)));

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Writes its sum to *result, so that the work cannot be left out. */
static void *multiply_add(void *result) {
  vector chain[CHAINS], factor, term;
  for (int lane = 0; lane < LANES; lane++) {
    factor[lane] = 0.999f;
    term[lane] = 1e-4f;
    for (int i = 0; i < CHAINS; i++) chain[i][lane] = (float)i * 1e-3f;
  }
  for (long step = 0; step < STEPS; step++)
    for (int i = 0; i < CHAINS; i++) chain[i] = chain[i] * factor + term;
  float sum = 0;
  for (int i = 0; i < CHAINS; i++) sum += chain[i][0];
  *(float *)result = sum;
  return NULL;
}

int main(int argc, char **argv) {
  int threads = argc > 1 ? atoi(argv[1]) : 1;
  if (threads < 1 || threads > MAX_THREADS) return 2;
  double best = 0;
  float sums[MAX_THREADS];
  for (int repeat = 0; repeat < REPEATS; repeat++) {
    pthread_t running[MAX_THREADS];
    double start = seconds();
    for (int i = 0; i < threads; i++) pthread_create(&running[i], NULL, multiply_add, &sums[i]);
    for (int i = 0; i < threads; i++) pthread_join(running[i], NULL);
    double gflops = 2.0 * STEPS * CHAINS * LANES * threads / (seconds() - start) / 1e9;
    if (gflops > best) best = gflops;
  }
  fprintf(stderr, "%d x %d lanes, sum %g\n", threads, LANES, (double)sums[0]);
  printf("%.1f\n", best);
  return 0;
}
