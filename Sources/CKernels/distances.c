#include "CKernels.h"
#include "processors.h"

FOR_EACH_PROCESSOR
double ck_squared_distance(const double *restrict from_x, const double *restrict from_y,
                           const double *restrict by_x, const double *restrict by_y,
                           const double *restrict scale, size_t count, double x, double y,
                           long long *crossings) {
// Fused multiplication would give other bits where the processor has it.
#pragma STDC FP_CONTRACT OFF
  double least = 1e300;
  long long crossed = 0;
#pragma clang loop vectorize(enable)
  for (size_t k = 0; k < count; k++) {
    double px = x - from_x[k], py = y - from_y[k];
    double share = (px * by_x[k] + py * by_y[k]) * scale[k];
    share = share > 0 ? share : 0;
    share = share < 1 ? share : 1;
    double dx = share * by_x[k] - px, dy = share * by_y[k] - py;
    double square = dx * dx + dy * dy;
    least = square < least ? square : least;
    // The edge reaches from above the ray to below it or back, and the position lies on its left.
    double side = px * by_y[k] - py * by_x[k];
    int up = py >= 0 && py < by_y[k] && side < 0;
    int down = py < 0 && py >= by_y[k] && side > 0;
    crossed += up | down;
  }
  *crossings = crossed;
  return least;
}
