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

#endif
