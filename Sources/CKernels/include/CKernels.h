#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>

/// Twice the signed area of a polygon below an edge; the edges of the polygon run from left to right.
///
/// `left`, `right`, `height` (at the left end), `slope` and `sign` hold `count` edges. The edge lies from
/// (`x`, `y`) to `end` with slope `rise`. See `PolygonEdges.area(belowEdgeFrom:to:slope:)`.
double ck_twice_area_below_edge(const double *left, const double *right, const double *height,
                                const double *slope, const double *sign, size_t count, double x,
                                double end, double y, double rise);

/// The square of the distance from (`x`, `y`) to the nearest of `count` edges, and by `crossings` how many
/// of them a ray to the right crosses.
///
/// An edge starts at (`from_x`, `from_y`) and runs by (`by_x`, `by_y`); `scale` holds one over the square of
/// its length, zero for an edge without length. The same bits on every processor.
double ck_squared_distance(const double *from_x, const double *from_y, const double *by_x,
                           const double *by_y, const double *scale, size_t count, double x,
                           double y, long long *crossings);

#endif
