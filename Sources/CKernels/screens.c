#include "CKernels.h"
#include "extremes.h"
#include "processors.h"

#define POINTS CK_SCREENED

// Cosines and sines of the directions, in steps of an eighth of half a turn.
static const double east[CK_DIRECTIONS] = {
    1.0, 0.9238795325112867, 0.7071067811865476, 0.38268343236508984,
    0.0, -0.3826834323650897, -0.7071067811865475, -0.9238795325112867};
static const double north[CK_DIRECTIONS] = {
    0.0, 0.3826834323650898, 0.7071067811865475, 0.9238795325112867,
    1.0, 0.9238795325112867, 0.7071067811865476, 0.3826834323650899};

FOR_EACH_PROCESSOR
void ck_supports(const double *restrict blocks, size_t count, double x, double y,
                 double *restrict least, double *restrict most) {
  for (int d = 0; d < CK_DIRECTIONS; d++) {
    double low[CK_BLOCK_EDGES], high[CK_BLOCK_EDGES];
    for (int k = 0; k < CK_BLOCK_EDGES; k++) low[k] = 1 / 0.0, high[k] = -1 / 0.0;
    for (size_t b = 0; b < count; b++) {
      // A block begins with its vertices' ordinates.
      const double *at_x = blocks + b * CK_BLOCK_SIZE, *at_y = at_x + CK_BLOCK_EDGES;
#pragma clang loop vectorize(enable)
      for (int k = 0; k < CK_BLOCK_EDGES; k++) {
        double place = (at_x[k] - x) * east[d] + (at_y[k] - y) * north[d];
        low[k] = LESSER(place, low[k]);
        high[k] = GREATER(place, high[k]);
      }
    }
    least[d] = low[0], most[d] = high[0];
    for (int k = 1; k < CK_BLOCK_EDGES; k++) {
      least[d] = LESSER(low[k], least[d]);
      most[d] = GREATER(high[k], most[d]);
    }
  }
}

FOR_EACH_PROCESSOR
unsigned ck_screen_points(const ck_screen *screen, const double *restrict points, size_t count,
                          double square, double distance) {
  double px[POINTS], py[POINTS], squares[POINTS], gaps[POINTS];
  for (size_t k = 0; k < POINTS; k++) {
    size_t point = k < count ? k : 0;
    px[k] = points[2 * point] - screen->x;
    py[k] = points[2 * point + 1] - screen->y;
    squares[k] = 1 / 0.0;
    gaps[k] = -1 / 0.0;
  }
  const double *samples = screen->samples;
  for (size_t s = 0; s < screen->sample_count; s++) {
    double sx = samples[2 * s], sy = samples[2 * s + 1];
#pragma clang loop vectorize(enable)
    for (int k = 0; k < POINTS; k++) {
      double dx = px[k] - sx, dy = py[k] - sy;
      double other = dx * dx + dy * dy;
      squares[k] = LESSER(other, squares[k]);
    }
  }
  for (int d = 0; d < CK_DIRECTIONS; d++) {
    double low = screen->least[d], high = screen->most[d];
#pragma clang loop vectorize(enable)
    for (int k = 0; k < POINTS; k++) {
      double place = px[k] * east[d] + py[k] * north[d];
      double gap = GREATER(place - high, low - place);
      gaps[k] = GREATER(gap, gaps[k]);
    }
  }
  unsigned found = 0;
  for (unsigned k = 0; k < count; k++) {
    found |= (unsigned)(squares[k] <= square) << k;
    found |= (unsigned)(gaps[k] > distance) << (POINTS + k);
  }
  return found;
}
