#include "CKernels.h"
#include "extremes.h"
#include "processors.h"

// Fused multiplication would give other bits where the processor has it.
#pragma STDC FP_CONTRACT OFF

#define LANES CK_BLOCK_EDGES
#define INLINE static inline __attribute__((always_inline))

/// The columns of a block, in the order that `CKernels.h` gives.
enum { AT_X = 0, AT_Y = 1, FROM_X = 2, FROM_Y = 3, BY_X = 4, BY_Y = 5, END_Y = 6, SCALE = 7 };
#define COLUMN(block, column) ((block) + LANES * (column))
#define BOX(block) ((block) + LANES * 8)

INLINE double gap(const double *box, double low_x, double low_y, double high_x, double high_y) {
  double x = GREATER(0, GREATER(box[0] - high_x, low_x - box[2]));
  double y = GREATER(0, GREATER(box[1] - high_y, low_y - box[3]));
  return x * x + y * y;
}

INLINE double least_of(const double *lanes) {
  double least = lanes[0];
  for (int k = 1; k < LANES; k++) least = LESSER(lanes[k], least);
  return least;
}

/// The square of the distance from an edge of a position given from where it starts.
///
/// To the bit zero on the edge, and the square of the ordinates' difference beside a side along an axis.
INLINE double square_to_edge(double px, double py, double bx, double by, double scale) {
  double along = (px * bx + py * by) * scale, side = px * by - py * bx;
  double share = GREATER(along, 0);
  share = LESSER(share, 1);
  double dx = share * bx - px, dy = share * by - py;
  return ((side == 0) & (share == along)) ? (scale > 0 ? 0 : px * px + py * py) : dx * dx + dy * dy;
}

/// Lowers each lane to the square of the distance from a position to the edge of that lane.
INLINE void from_position(const double *restrict block, double x, double y,
                          double *restrict lanes) {
#pragma clang loop vectorize(enable)
  for (int k = 0; k < LANES; k++) {
    double px = x - COLUMN(block, FROM_X)[k], py = y - COLUMN(block, FROM_Y)[k];
    double bx = COLUMN(block, BY_X)[k], by = COLUMN(block, BY_Y)[k];
    double square = square_to_edge(px, py, bx, by, COLUMN(block, SCALE)[k]);
    lanes[k] = LESSER(square, lanes[k]);
  }
}

/// Lowers each lane to the square of the distance from the vertex of that lane to an edge.
INLINE void from_edge(const double *restrict block, const double *restrict edge,
                      double *restrict lanes) {
  int turned = edge[2] < edge[0] || (edge[2] == edge[0] && edge[3] < edge[1]);
  const double *from = turned ? edge + 2 : edge, *to = turned ? edge : edge + 2;
  double x = from[0], y = from[1], bx = to[0] - x, by = to[1] - y;
  double length = bx * bx + by * by, scale = length > 0 ? 1 / length : 0;
#pragma clang loop vectorize(enable)
  for (int k = 0; k < LANES; k++) {
    double px = COLUMN(block, AT_X)[k] - x, py = COLUMN(block, AT_Y)[k] - y;
    double square = square_to_edge(px, py, bx, by, scale);
    lanes[k] = LESSER(square, lanes[k]);
  }
}

/// Whether an edge crosses any of the block's, both in their interiors.
INLINE int crosses(const double *restrict block, const double *restrict edge) {
  double cx = edge[0], cy = edge[1], vx = edge[2] - cx, vy = edge[3] - cy;
  long long found = 0;
#pragma clang loop vectorize(enable)
  for (int k = 0; k < LANES; k++) {
    double ax = COLUMN(block, FROM_X)[k] - cx, ay = COLUMN(block, FROM_Y)[k] - cy;
    double bx = COLUMN(block, BY_X)[k], by = COLUMN(block, BY_Y)[k];
    double first = by * ax - bx * ay, second = first + (bx * vy - by * vx);
    double third = vx * ay - vy * ax, fourth = third + (vx * by - vy * bx);
    found |= (first * second < 0) & (third * fourth < 0);
  }
  return found != 0;
}

FOR_EACH_PROCESSOR
void ck_fill_block(double *restrict block, const double *restrict positions,
                   const long *restrict ends, size_t count) {
  double *box = BOX(block);
  double low_x = 1 / 0.0, low_y = 1 / 0.0, high_x = -1 / 0.0, high_y = -1 / 0.0;
  for (size_t k = 0; k < LANES; k++) {
    // Behind the last edge its end, as an edge without length.
    const double *start = positions + 2 * (k < count ? ends[2 * k] : ends[2 * count - 1]);
    const double *end = positions + 2 * (k < count ? ends[2 * k + 1] : ends[2 * count - 1]);
    int turned = end[0] < start[0] || (end[0] == start[0] && end[1] < start[1]);
    const double *from = turned ? end : start, *to = turned ? start : end;
    double by_x = to[0] - from[0], by_y = to[1] - from[1];
    COLUMN(block, AT_X)[k] = start[0];
    COLUMN(block, AT_Y)[k] = start[1];
    COLUMN(block, FROM_X)[k] = from[0];
    COLUMN(block, FROM_Y)[k] = from[1];
    COLUMN(block, BY_X)[k] = by_x;
    COLUMN(block, BY_Y)[k] = by_y;
    COLUMN(block, END_Y)[k] = to[1];
    COLUMN(block, SCALE)[k] = by_x * by_x + by_y * by_y;
    low_x = LESSER(from[0], low_x);
    high_x = GREATER(to[0], high_x);
    low_y = LESSER(LESSER(from[1], to[1]), low_y);
    high_y = GREATER(GREATER(from[1], to[1]), high_y);
  }
#pragma clang loop vectorize(enable)
  for (int k = 0; k < LANES; k++) {
    double length = COLUMN(block, SCALE)[k];
    COLUMN(block, SCALE)[k] = length > 0 ? 1 / length : 0;
  }
  box[0] = low_x;
  box[1] = low_y;
  box[2] = high_x;
  box[3] = high_y;
}

FOR_EACH_PROCESSOR
double ck_square_to_edges(const double *blocks, size_t count, double x, double y, double enough,
                          double bound) {
  double gaps[CK_PIECE_BLOCKS];
  size_t first = 0;
  for (size_t b = 0; b < count; b++) {
    gaps[b] = gap(BOX(blocks + b * CK_BLOCK_SIZE), x, y, x, y);
    if (gaps[b] < gaps[first]) first = b;
  }
  double least = 1 / 0.0, limit = bound;
  for (size_t n = 0; n < count && !(least <= enough); n++) {
    size_t b = n == 0 ? first : n <= first ? n - 1 : n;
    if (gaps[b] > limit) continue;
    double lanes[LANES];
    for (int k = 0; k < LANES; k++) lanes[k] = least;
    from_position(blocks + b * CK_BLOCK_SIZE, x, y, lanes);
    least = least_of(lanes);
    limit = LESSER(least, limit);
  }
  return least;
}

FOR_EACH_PROCESSOR
long long ck_crossings(const double *blocks, size_t count, double x, double y) {
  long long crossed = 0;
  for (size_t b = 0; b < count; b++) {
    const double *block = blocks + b * CK_BLOCK_SIZE, *box = BOX(block);
    if (y < box[1] || y >= box[3] || x > box[2]) continue;
#pragma clang loop vectorize(enable)
    for (int k = 0; k < LANES; k++) {
      double px = x - COLUMN(block, FROM_X)[k], from = COLUMN(block, FROM_Y)[k];
      double by = COLUMN(block, BY_Y)[k], end = COLUMN(block, END_Y)[k];
      double side = px * by - (y - from) * COLUMN(block, BY_X)[k];
      crossed += ((from > y) != (end > y)) & (end > from ? side < 0 : side > 0);
    }
  }
  return crossed;
}

FOR_EACH_PROCESSOR
double ck_square_between(const double *blocks, size_t count, const double *positions, size_t edges,
                         double bound, size_t *nearest) {
  double low_x = positions[0], high_x = low_x, low_y = positions[1], high_y = low_y;
  for (size_t k = 1; k <= edges; k++) {
    low_x = LESSER(positions[2 * k], low_x);
    high_x = GREATER(positions[2 * k], high_x);
    low_y = LESSER(positions[2 * k + 1], low_y);
    high_y = GREATER(positions[2 * k + 1], high_y);
  }
  double least = 1 / 0.0;
  for (size_t b = 0; b < count && least > 0; b++) {
    const double *block = blocks + b * CK_BLOCK_SIZE;
    double apart = gap(BOX(block), low_x, low_y, high_x, high_y);
    if (apart > bound) continue;
    double lanes[LANES];
    for (int k = 0; k < LANES; k++) lanes[k] = 1 / 0.0;
    for (size_t k = 0; k <= edges; k++) from_position(block, positions[2 * k], positions[2 * k + 1], lanes);
    for (size_t k = 0; k < edges; k++) from_edge(block, positions + 2 * k, lanes);
    double square = least_of(lanes);
    for (size_t k = 0; k < edges && apart == 0 && square > 0; k++)
      if (crosses(block, positions + 2 * k)) square = 0;
    if (square >= least || square > bound) continue;
    least = square;
    bound = square;
    *nearest = b;
  }
  return least;
}
