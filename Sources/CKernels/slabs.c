#include "CKernels.h"
#include "processors.h"

static int slab(const ck_pieces *pieces, double x) {
  double place = x * pieces->per_width, most = pieces->slabs - 1;
  return place > 0 ? place < most ? (int)place : pieces->slabs - 1 : 0;
}

// Whether an edge is so steep that its slope is no number: it has no width that counts.
static int is_upright(const double *edge) {
  double slope = (edge[3] - edge[1]) / (edge[2] - edge[0]);
  return !(slope - slope == 0);
}

void ck_count_pieces(const ck_pieces *pieces, const double *positions, size_t count) {
  for (size_t k = 0; k + 1 < count; k++) {
    double ax = positions[2 * k], bx = positions[2 * k + 2];
    if (is_upright(positions + 2 * k)) continue;
    int last = slab(pieces, ax < bx ? bx : ax);
    for (int s = slab(pieces, ax < bx ? ax : bx); s <= last; s++) pieces->starts[s + 1]++;
  }
}

void ck_lay_out_pieces(const ck_pieces *pieces, const double *positions, size_t count, double turn,
                       int *next) {
  double width = 1 / pieces->per_width;
  for (size_t k = 0; k + 1 < count; k++) {
    double ax = positions[2 * k], ay = positions[2 * k + 1];
    double bx = positions[2 * k + 2], by = positions[2 * k + 3];
    if (is_upright(positions + 2 * k)) continue;
    double sign = ax < bx ? -turn : turn;
    if (ax > bx) {
      double x = ax, y = ay;
      ax = bx, ay = by, bx = x, by = y;
    }
    double slope = (by - ay) / (bx - ax);
    int first = slab(pieces, ax), last = slab(pieces, bx);
    for (int s = first; s <= last; s++) {
      int place = next[s]++;
      double from = s == first ? ax : s * width;
      pieces->left[place] = from;
      pieces->right[place] = s == last ? bx : (s + 1) * width;
      pieces->height[place] = s == first ? ay : ay + slope * (from - ax);
      pieces->slope[place] = slope;
      pieces->sign[place] = sign;
    }
  }
}

FOR_EACH_PROCESSOR
void ck_stretch_pieces(const ck_pieces *pieces, size_t count, double first, double second,
                       double third) {
  double *restrict left = pieces->left, *restrict right = pieces->right;
  double *restrict slope = pieces->slope;
#pragma clang loop vectorize(enable)
  for (size_t k = 0; k < count; k++) {
    double l = left[k], r = right[k];
    double from = l * (first + l * (second + l * third));
    double to = r * (first + r * (second + r * third));
    double width = to - from;
    left[k] = from;
    right[k] = to;
    slope[k] *= width > 0 ? (r - l) / width : 1;
  }
}
