"""The red-line check with Shapely 2: STRtree, prepared red lines, no overlay for parcels wholly inside.

usage: red_lines.py PARCELS RED_LINES
"""
import sys

import numpy as np
import shapely

from layers import cpu, read, report, versions

land, = read(sys.argv[1])
lines, = read(sys.argv[2])
start = cpu()
tree = shapely.STRtree(land)
lines = lines[np.argsort(-shapely.get_num_coordinates(lines))]
shapely.prepare(lines)
pairs, total = 0, 0.0
for first in range(0, len(lines), 50):
    line, row = tree.query(lines[first:first + 50], predicate="intersects")
    line += first
    inside = shapely.contains_properly(lines[line], land[row])
    area = np.empty(len(row))
    area[inside] = shapely.area(land[row[inside]])
    area[~inside] = shapely.area(shapely.intersection(land[row[~inside]], lines[line[~inside]]))
    counted = area > 1e-6
    pairs += np.count_nonzero(counted)
    total += area[counted].sum()
report(cpu() - start, versions(), pairs=pairs, area=total)
