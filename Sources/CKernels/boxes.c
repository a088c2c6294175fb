#include "CKernels.h"
#include "processors.h"

// A table and not a shift: a vector of bits is loaded where shifting by lanes has no instruction.
#define BITS8(n) 1ull << (n), 2ull << (n), 4ull << (n), 8ull << (n), 16ull << (n), 32ull << (n), \
                 64ull << (n), 128ull << (n)
static const unsigned long long bit[64] = {BITS8(0),  BITS8(8),  BITS8(16), BITS8(24),
                                           BITS8(32), BITS8(40), BITS8(48), BITS8(56)};

FOR_EACH_PROCESSOR
void ck_box_meetings(const double *restrict low_x, const double *restrict high_x,
                     const double *restrict low_y, const double *restrict high_y, size_t first,
                     size_t second, size_t first_count, size_t second_count,
                     const double *restrict whole, unsigned long long *restrict meetings) {
  for (size_t i = 0; i < first_count; i++) {
    double left = low_x[first + i], right = high_x[first + i];
    double bottom = low_y[first + i], top = high_y[first + i];
    unsigned long long found = 0;
    meetings[i] = 0;
    // Most boxes of a block miss the other as a whole.
    if (!(whole[0] <= right && whole[1] <= top && whole[2] >= left && whole[3] >= bottom)) continue;
#pragma clang loop vectorize(enable) interleave(enable)
    for (size_t k = first == second ? i & ~(size_t)7 : 0; k < second_count; k++) {
      unsigned long long meets = (low_x[second + k] <= right) & (high_x[second + k] >= left) &
                                 (low_y[second + k] <= top) & (high_y[second + k] >= bottom);
      found |= -meets & bit[k];
    }
    // Of one block with itself, each pair once.
    if (first == second) found = i == 63 ? 0 : found & ~0ull << (i + 1);
    meetings[i] = found;
  }
}

FOR_EACH_PROCESSOR
void ck_edge_boxes(const double *restrict positions, size_t count, double *restrict low_x,
                   double *restrict high_x, double *restrict low_y, double *restrict high_y) {
#pragma clang loop vectorize(enable)
  for (size_t k = 0; k < count; k++) {
    double ax = positions[2 * k], ay = positions[2 * k + 1];
    double bx = positions[2 * k + 2], by = positions[2 * k + 3];
    low_x[k] = ax < bx ? ax : bx;
    high_x[k] = ax < bx ? bx : ax;
    low_y[k] = ay < by ? ay : by;
    high_y[k] = ay < by ? by : ay;
  }
}
