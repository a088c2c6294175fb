"""The red-line check with Shapely 2 and an STRtree, on the layers that the benchmark wrote.

usage: red_lines.py FOLDER PARCELS      prints one JSON line

Timed: tree, prepared red lines, candidate pairs, area of each intersection, parcels wholly inside taken
without an overlay. Not timed: reading, and the union by parcel that counts overlapping red lines once,
which is there to compare the area.
"""
import json
import resource
import sys
import time

import numpy as np
import shapely


def read(folder, name, rows=None):
    xy = np.fromfile(f"{folder}/{name}.xy").reshape(-1, 2)
    rings = np.concatenate([[0], np.fromfile(f"{folder}/{name}.rings", dtype=np.int64)])
    ends = np.concatenate([[0], np.fromfile(f"{folder}/{name}.rows", dtype=np.int64)])
    polygons = shapely.from_ragged_array(shapely.GeometryType.POLYGON, xy, (rings, ends))
    return polygons[:rows]


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


folder, parcels = sys.argv[1], int(sys.argv[2])
land, lines = read(folder, "parcels", parcels), read(folder, "red-lines")
wall, start = time.perf_counter(), cpu()
tree = shapely.STRtree(land)
shapely.prepare(lines)
found = []
for first in range(0, len(lines), 50):
    line, row = tree.query(lines[first:first + 50], predicate="intersects")
    line += first
    inside = shapely.contains_properly(lines[line], land[row])
    area = np.empty(len(row))
    area[inside] = shapely.area(land[row[inside]])
    area[~inside] = shapely.area(shapely.intersection(land[row[~inside]], lines[line[~inside]]))
    found.append((line, row, area))
line, row, area = (np.concatenate(column) for column in zip(*found))
wall, used = time.perf_counter() - wall, cpu() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

counted = area >= 1e-6
line, row, area = line[counted], row[counted], area[counted]
order = np.argsort(row, kind="stable")
line, row, area = line[order], row[order], area[order]
starts = np.concatenate([[0], np.nonzero(np.diff(row))[0] + 1, [len(row)]])
total = 0.0
for a, b in zip(starts[:-1], starts[1:]):
    if b - a == 1:
        total += area[a]
    else:
        total += shapely.area(shapely.union_all(shapely.intersection(land[row[a]], lines[line[a:b]])))
print(json.dumps({
    "pairs": int(len(row)), "area": float(total), "wall": wall, "cpu": used, "peakMegabytes": peak,
    "note": f"{shapely.__version__}, GEOS {shapely.geos_version_string}",
}))
