#include "CKernels.h"
#include "processors.h"

// The slab that holds a place, counted in slabs; one at the end for what lies beyond, or is no number.
static inline int slab(const ck_pieces *pieces, double place) {
  double most = pieces->slabs - 1;
  return place > 0 ? place < most ? (int)place : pieces->slabs - 1 : 0;
}

// Twice the area of a polygon below one edge, over `count` of its pieces. No branch, so that the loop runs
// in the processor's vectors.
static inline __attribute__((always_inline)) double
below(const double *restrict left, const double *restrict right, const double *restrict height,
      const double *restrict slope, const double *restrict sign, size_t count, double x, double end,
      double y, double rise) {
#pragma clang fp reassociate(on)
  double sum = 0;
#pragma clang loop vectorize(enable) interleave(disable)
  for (size_t k = 0; k < count; k++) {
    double low = left[k] > x ? left[k] : x;
    double high = right[k] < end ? right[k] : end;
    double width = high - low > 0 ? high - low : 0;
    double other = y + rise * (low - x);
    double other_end = other + rise * width;
    double d0 = height[k] + slope[k] * (low - left[k]) - other;
    double d1 = d0 + (slope[k] - rise) * width;
    double least = d0 < d1 ? d0 : d1;
    double most = d0 < d1 ? d1 : d0;
    double under = least < 0 ? least : 0;
    double spread = most - least > 1e-30 ? most - least : 1e-30;
    double negative = most <= 0 ? least + most : -under * (under / spread);
    sum += sign[k] * width * (other + other_end + negative);
  }
  return sum;
}

FOR_EACH_PROCESSOR
double ck_twice_area_below_edge(const double *left, const double *right, const double *height,
                                const double *slope, const double *sign, size_t count, double x,
                                double end, double y, double rise) {
  return below(left, right, height, slope, sign, count, x, end, y, rise);
}

FOR_EACH_PROCESSOR
double ck_twice_area_below_edges(const ck_pieces *pieces, const ck_edge *edges, size_t count) {
  double total = 0;
  for (size_t e = 0; e < count; e++) {
    const ck_edge *edge = edges + e;
    // A hair wider: what lies on the line between two slabs is in one of them only.
    int first = slab(pieces, edge->left * pieces->per_width - pieces->hair);
    int last = slab(pieces, edge->right * pieces->per_width + pieces->hair);
    if (last < first) continue;
    // Whole groups of eight: what lies beside the edge has no width in common with it.
    size_t from = (size_t)pieces->starts[first] & ~(size_t)7;
    size_t within = (((size_t)pieces->starts[last + 1] + 7) & ~(size_t)7) - from;
    __builtin_assume(within % 8 == 0);
    total += edge->sign * below(pieces->left + from, pieces->right + from, pieces->height + from,
                                pieces->slope + from, pieces->sign + from, within, edge->left,
                                edge->right, edge->height, edge->slope);
  }
  return total;
}
