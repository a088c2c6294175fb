#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>

/// An edge from left to right: `height` is that of its left end.
///
/// With its sign, positive where the land lies below it, a polygon is the sum over its edges of "below this
/// edge".
typedef struct {
  double left, right, height, slope, sign;
} ck_edge;

/// The edges of a polygon, cut at the lines between slabs of equal width and laid out by slab.
///
/// Slab s holds the pieces from `starts[s]` to `starts[s + 1]`. Behind the last piece stands padding without
/// width up to a multiple of eight.
typedef struct {
  double *left, *right, *height, *slope, *sign;
  int *starts;
  int slabs;
  /// Slabs in a unit of length; the first slab begins at zero.
  double per_width;
  /// How far, in slabs, a piece may lie beyond its slab.
  double hair;
} ck_pieces;

/// Adds to `starts[s + 1]` how many pieces of a line of `count` positions slab s takes.
void ck_count_pieces(const ck_pieces *pieces, const double *positions, size_t count);

/// Lays out the pieces of a line where `next` says for each slab, and moves `next` on.
///
/// `turn` is 1 where the land lies on the left of the line, -1 where it lies on the right.
void ck_lay_out_pieces(const ck_pieces *pieces, const double *positions, size_t count, double turn,
                       int *next);

/// Stretches `count` pieces from left to right: x becomes x (first + x (second + x third)), which must
/// ascend.
void ck_stretch_pieces(const ck_pieces *pieces, size_t count, double first, double second,
                       double third);

/// Twice the area of a polygon below edges, each with its sign; edges lie within the width of the slabs.
///
/// Only pieces in the slabs of an edge are looked at. See `EdgeGrid.overlapArea`.
double ck_twice_area_below_edges(const ck_pieces *pieces, const ck_edge *edges, size_t count);

/// Twice the signed area of a polygon below an edge; the edges of the polygon run from left to right.
///
/// `left`, `right`, `height` (at the left end), `slope` and `sign` hold `count` edges. The edge lies from
/// (`x`, `y`) to `end` with slope `rise`. See `WindowEdges.area(inCommonWith:)`.
double ck_twice_area_below_edge(const double *left, const double *right, const double *height,
                                const double *slope, const double *sign, size_t count, double x,
                                double end, double y, double rise);

/// Twice the signed area of a ring of `count` positions, pairs of ordinates, as a polynomial maps it.
///
/// Coordinates of a position, taken from (`x`, `y`) in units of `reach`, are mapped by 25 coefficients: five
/// ascending powers of y for each ascending power of x. `across` and `up` give the place on either axis.
double ck_twice_area_mapped(const double *across, const double *up, const double *positions,
                            size_t count, double x, double y, double reach);

/// The square of the distance from (`x`, `y`) to the nearest of `count` edges, and by `crossings` how many
/// of them a ray to the right crosses.
///
/// An edge starts at (`from_x`, `from_y`) and runs by (`by_x`, `by_y`); `scale` holds one over the square of
/// its length, zero for an edge without length. The same bits on every processor.
double ck_squared_distance(const double *from_x, const double *from_y, const double *by_x,
                           const double *by_y, const double *scale, size_t count, double x,
                           double y, long long *crossings);

/// Which boxes of one block meet which of another, as bits; touching counts.
///
/// Blocks are runs of up to 64 boxes that start at `first` and `second`; bit k of `meetings[i]` tells
/// whether box i of the first block meets box k of the second. Of a block with itself each pair is told
/// once, with the lower number as i. `whole` is the box of the second block: least x and y, greatest x and y.
void ck_box_meetings(const double *low_x, const double *high_x, const double *low_y,
                     const double *high_y, size_t first, size_t second, size_t first_count,
                     size_t second_count, const double *whole, unsigned long long *meetings);

/// The boxes of the `count` edges that join `count` + 1 positions, given as pairs of ordinates.
void ck_edge_boxes(const double *positions, size_t count, double *low_x, double *high_x,
                   double *low_y, double *high_y);

/// Edges of one shape in blocks of this many; the columns of a block follow each other.
///
/// Ordinates of the vertices (`x`, `y`), then for each edge from its lower left end where it starts
/// (`from_x`, `from_y`), what it runs by (`by_x`, `by_y`), the ordinate `y` of its other end, and one over
/// the square of its length, zero for an edge without length. The block's box follows: least x and y,
/// greatest x and y.
#define CK_BLOCK_EDGES 16
#define CK_BLOCK_SIZE (CK_BLOCK_EDGES * 8 + 4)
/// The most blocks that a call takes.
#define CK_PIECE_BLOCKS 16

/// Fills a block with up to `CK_BLOCK_EDGES` edges, the rest with the last end, and its box.
///
/// `ends` holds for each edge the numbers of the positions where it starts and ends.
void ck_fill_block(double *block, const double *positions, const long *ends, size_t count);

/// Directions of half-planes that bound a shape: half a turn in equal steps, each both ways.
#define CK_DIRECTIONS 8
/// The most points that are screened at once.
#define CK_SCREENED 8

/// The least and the greatest places along `CK_DIRECTIONS` directions of the vertices of `count` blocks,
/// from (`x`, `y`).
void ck_supports(const double *blocks, size_t count, double x, double y, double *least,
                 double *most);

/// A shape as points are screened by: `samples` of its positions, given from (`x`, `y`), and what
/// `ck_supports` tells of it from there.
typedef struct {
  double x, y;
  const double *samples;
  size_t sample_count;
  const double *least, *most;
} ck_screen;

/// Which of up to `CK_SCREENED` points, pairs of ordinates, are quickly known to be near a shape or far.
///
/// Bit k tells that point k is within the root of `square` of one of the samples, bit `CK_SCREENED` + k that
/// it is beyond `distance` from a half-plane that holds the shape.
unsigned ck_screen_points(const ck_screen *screen, const double *points, size_t count,
                          double square, double distance);

/// The square of the distance from (`x`, `y`) to the nearest edge of `count` blocks.
///
/// Only known to be above `bound`, a square too, where no edge is within it; any square that some edge is
/// within where that is `enough`. The same bits on every processor, as of the two below.
double ck_square_to_edges(const double *blocks, size_t count, double x, double y, double enough,
                          double bound);

/// How many edges of `count` blocks a ray from (`x`, `y`) to the right crosses.
long long ck_crossings(const double *blocks, size_t count, double x, double y);

/// The square of the distance between the edges of `count` blocks and those that join `edges` + 1
/// positions, given as pairs of ordinates; zero where two cross or touch.
///
/// Infinite where none is within `bound`. `nearest` tells the block, the first of equals.
double ck_square_between(const double *blocks, size_t count, const double *positions, size_t edges,
                         double bound, size_t *nearest);

#endif
