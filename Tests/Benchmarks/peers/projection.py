"""Positions from degrees to EPSG:4547 with pyproj.

usage: projection.py LAYER
"""
import sys

import pyproj
import shapely

from layers import cpu, read, report

positions = shapely.get_coordinates(read(sys.argv[1])[0])
x, y = positions[:, 0].copy(), positions[:, 1].copy()
start = cpu()
transformer = pyproj.Transformer.from_crs(4490, 4547, always_xy=True)
x, y = transformer.transform(x, y)
seconds = cpu() - start
report(
    seconds, f"{pyproj.__version__}, PROJ {pyproj.proj_version_str}",
    easting=500_000 + (x - 500_000).mean(), northing=2_600_000 + (y - 2_600_000).mean())
