"""Areas in common of a city's candidates with its polygon layers, by Shapely, pyproj and the published formula.

usage: pair_areas.py FOLDER LAYER ...      prints one JSON line

For each pair with area in common: `planar` on EPSG:4547; `formula`, the formula of 国土调查办发〔2008〕32号 on the
vertices of that piece, brought back to longitude and latitude by PROJ; `plane`, the overlay in Lambert's
cylindrical equal-area projection of the same ellipsoid. Features invalid on the grid are left out.
"""
import json
import sys

import numpy as np
import pyogrio
import pyproj
import shapely

folder, layers = sys.argv[1], sys.argv[2:]
to_degrees = pyproj.Transformer.from_crs(4547, 4490, always_xy=True)
ellipsoid = "+a=6378137 +rf=298.257222101"
to_plane = pyproj.Transformer.from_pipeline(
    f"+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=cea +lon_0=114 {ellipsoid}")


def mapped(shapes, transformer):
    return shapely.transform(shapes, transformer.transform, interleaved=False)


def series():
    """The coefficients A to E of the formula, from the first eccentricity."""
    f = 1 / 298.257222101
    e2 = f * (2 - f)
    e4, e6, e8 = e2 ** 2, e2 ** 3, e2 ** 4
    return (
        1 + 3 / 6 * e2 + 30 / 80 * e4 + 35 / 112 * e6 + 630 / 2304 * e8,
        1 / 6 * e2 + 15 / 80 * e4 + 21 / 112 * e6 + 420 / 2304 * e8,
        3 / 80 * e4 + 7 / 112 * e6 + 180 / 2304 * e8,
        1 / 112 * e6 + 45 / 2304 * e8,
        5 / 2304 * e8,
    ), 6378137 * (1 - f)


COEFFICIENTS, AXIS = series()


def ring_area(ring):
    """The signed sum of trapezoids towards the meridian of the ring's first vertex."""
    longitude, latitude = np.radians(shapely.get_coordinates(ring)).T
    half, middle = np.diff(latitude) / 2, (latitude[1:] + latitude[:-1]) / 2
    height = sum(
        (-1) ** k * c * np.sin((2 * k + 1) * half) * np.cos((2 * k + 1) * middle)
        for k, c in enumerate(COEFFICIENTS))
    mean = (longitude[1:] + longitude[:-1]) / 2 - longitude[0]
    return abs(2 * AXIS ** 2 * np.sum(mean * height))


def formula(shape):
    total = 0.0
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon" and not part.is_empty:
            total += ring_area(part.exterior) - sum(ring_area(hole) for hole in part.interiors)
        elif part.geom_type in ("MultiPolygon", "GeometryCollection"):
            total += formula(part)
    return total


def read(name):
    """The rows valid on the grid, with their numbers, on the grid and in the equal-area plane."""
    meta, _, blobs, _ = pyogrio.raw.read(f"{folder}/{name}.geojson", columns=[])
    shapes = shapely.from_wkb(blobs)
    rows = np.arange(len(shapes))
    keep = ~shapely.is_missing(shapes) & ~shapely.is_empty(shapes)
    keep &= np.isin(shapely.get_type_id(shapes), [3, 6])
    rows, shapes = rows[keep], shapes[keep]
    # CGCS2000 and WGS 84 are taken for one here, as the program takes them.
    system = pyproj.CRS(meta["crs"])
    source = 4490 if system.is_geographic else system
    grid = mapped(shapes, pyproj.Transformer.from_crs(source, 4547, always_xy=True))
    degrees = mapped(shapes, pyproj.Transformer.from_crs(source, 4490, always_xy=True))
    valid = shapely.is_valid(grid)
    return rows[valid], grid[valid], mapped(degrees[valid], to_plane)


town_rows, towns, towns_in_plane = read("candidates")
tree = shapely.STRtree(towns)
found = []
for layer in layers:
    rows, shapes, in_plane = read(layer)
    feature, town = tree.query(shapes)
    pieces = shapely.intersection(towns[town], shapes[feature])
    in_degrees = mapped(pieces, to_degrees)
    plane = shapely.area(shapely.intersection(towns_in_plane[town], in_plane[feature]))
    # Pieces without area are touching; where rounding makes one in one plane alone, it has no area to compare.
    for k, piece in enumerate(pieces):
        if piece.area == 0 and plane[k] == 0:
            continue
        found.append({
            "layer": layer, "town": int(town_rows[town[k]]), "feature": int(rows[feature[k]]),
            "planar": float(piece.area), "formula": float(formula(in_degrees[k])),
            "plane": float(plane[k])})
print(json.dumps(found))
