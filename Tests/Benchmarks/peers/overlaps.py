"""The overlaps inside one layer with Shapely 2: STRtree, whether interiors meet, area of each intersection.

usage: overlaps.py LAYER
"""
import sys

import shapely

from layers import cpu, read, report, versions

cells, = read(sys.argv[1])
start = cpu()
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
report(cpu() - start, versions(), pairs=pairs, area=area)
