#include "CKernels.h"
#include "processors.h"

// As many edges at once as the widest vectors hold doubles, each with sums of its own: a minimum over all
// edges would have to be taken in their order, one by one.
#define LANES 8

static inline __attribute__((always_inline)) void
take_edge(double from_x, double from_y, double by_x, double by_y, double scale, double x, double y,
          double *restrict least, long long *restrict crossed) {
// Fused multiplication would give other bits where the processor has it.
#pragma STDC FP_CONTRACT OFF
  double px = x - from_x, py = y - from_y;
  double share = (px * by_x + py * by_y) * scale;
  share = share > 0 ? share : 0;
  share = share < 1 ? share : 1;
  double dx = share * by_x - px, dy = share * by_y - py;
  double square = dx * dx + dy * dy;
  *least = square < *least ? square : *least;
  // The edge reaches from above the ray to below it or back, and the position lies on its left.
  double side = px * by_y - py * by_x;
  int up = (py >= 0) & (py < by_y) & (side < 0);
  int down = (py < 0) & (py >= by_y) & (side > 0);
  *crossed += up | down;
}

FOR_EACH_PROCESSOR
double ck_squared_distance(const double *restrict from_x, const double *restrict from_y,
                           const double *restrict by_x, const double *restrict by_y,
                           const double *restrict scale, size_t count, double x, double y,
                           long long *crossings) {
#pragma STDC FP_CONTRACT OFF
  double least[LANES];
  long long crossed[LANES];
  for (size_t j = 0; j < LANES; j++) {
    least[j] = 1e300;
    crossed[j] = 0;
  }
  size_t k = 0;
  for (; k + LANES <= count; k += LANES) {
#pragma clang loop vectorize(enable)
    for (size_t j = 0; j < LANES; j++) {
      take_edge(from_x[k + j], from_y[k + j], by_x[k + j], by_y[k + j], scale[k + j], x, y,
                &least[j], &crossed[j]);
    }
  }
  for (; k < count; k++) {
    take_edge(from_x[k], from_y[k], by_x[k], by_y[k], scale[k], x, y, &least[0], &crossed[0]);
  }
  for (size_t j = 1; j < LANES; j++) {
    least[0] = least[j] < least[0] ? least[j] : least[0];
    crossed[0] += crossed[j];
  }
  *crossings = crossed[0];
  return least[0];
}
