"""The overlaps inside one layer with Shapely 2 and an STRtree, on the layer that the benchmark wrote.

usage: overlaps.py FOLDER      prints one JSON line

Timed: tree, candidate pairs, whether the interiors meet, area of each intersection. Not timed: reading.
"""
import json
import resource
import sys
import time

import numpy as np
import shapely


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


folder = sys.argv[1]
xy = np.fromfile(f"{folder}/cells.xy").reshape(-1, 2)
rings = np.concatenate([[0], np.fromfile(f"{folder}/cells.rings", dtype=np.int64)])
ends = np.concatenate([[0], np.fromfile(f"{folder}/cells.rows", dtype=np.int64)])
cells = shapely.from_ragged_array(shapely.GeometryType.POLYGON, xy, (rings, ends))
del xy, rings, ends
wall, start = time.perf_counter(), cpu()
tree = shapely.STRtree(cells)
pairs, area = 0, 0.0
for first in range(0, len(cells), 2000):
    left, right = tree.query(cells[first:first + 2000])
    left += first
    left, right = left[left < right], right[left < right]
    shares = shapely.relate_pattern(cells[left], cells[right], "T********")
    left, right = left[shares], right[shares]
    pairs += len(left)
    area += shapely.area(shapely.intersection(cells[left], cells[right])).sum()
wall, used = time.perf_counter() - wall, cpu() - start
print(json.dumps({
    "pairs": pairs, "area": float(area), "wall": wall, "cpu": used,
    "peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "note": f"{shapely.__version__}, GEOS {shapely.geos_version_string}",
}))
