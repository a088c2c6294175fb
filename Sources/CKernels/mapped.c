#include "CKernels.h"
#include "processors.h"

// Positions mapped at a time: their places stay in the nearest cache.
#define RUN 128

// Horner's scheme in x over polynomials in y.
static inline __attribute__((always_inline)) double mapped(const double *restrict c, double x,
                                                           double y) {
  double sum = 0;
  for (int power = 20; power >= 0; power -= 5) {
    double row = c[power + 4];
    row = row * y + c[power + 3];
    row = row * y + c[power + 2];
    row = row * y + c[power + 1];
    row = row * y + c[power];
    sum = sum * x + row;
  }
  return sum;
}

FOR_EACH_PROCESSOR
double ck_twice_area_mapped(const double *restrict across, const double *restrict up,
                            const double *restrict positions, size_t count, double x, double y,
                            double reach) {
#pragma clang fp reassociate(on)
  if (count == 0) return 0;
  double per_reach = 1 / reach, doubled = 0;
  double u[RUN + 1], v[RUN + 1];
  // From the first position, so that large places lose nothing.
  double dx = (positions[0] - x) * per_reach, dy = (positions[1] - y) * per_reach;
  double first_u = mapped(across, dx, dy), first_v = mapped(up, dx, dy);
  u[0] = v[0] = 0;
  for (size_t start = 1; start < count; start += RUN) {
    size_t run = count - start < RUN ? count - start : RUN;
#pragma clang loop vectorize(enable)
    for (size_t k = 0; k < run; k++) {
      double px = (positions[2 * (start + k)] - x) * per_reach;
      double py = (positions[2 * (start + k) + 1] - y) * per_reach;
      u[k + 1] = mapped(across, px, py) - first_u;
      v[k + 1] = mapped(up, px, py) - first_v;
    }
    double sum = 0;
#pragma clang loop vectorize(enable)
    for (size_t k = 0; k < run; k++) sum += u[k] * v[k + 1] - u[k + 1] * v[k];
    doubled += sum;
    u[0] = u[run];
    v[0] = v[run];
  }
  return doubled;
}
