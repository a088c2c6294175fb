#include "CKernels.h"
#include "processors.h"

FOR_EACH_PROCESSOR
double ck_twice_area_below_edge(const double *restrict left, const double *restrict right,
                                const double *restrict height, const double *restrict slope,
                                const double *restrict sign, size_t count, double x, double end,
                                double y, double rise) {
#pragma clang fp reassociate(on)
  double sum = 0;
#pragma clang loop vectorize(enable)
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
    double below = least < 0 ? least : 0;
    double spread = most - least > 1e-30 ? most - least : 1e-30;
    double negative = most <= 0 ? least + most : -below * (below / spread);
    sum += sign[k] * width * (other + other_end + negative);
  }
  return sum;
}
