"""Reading and writing of GeoJSON with pyogrio (GDAL) by Arrow, its faster way.

usage: geojson.py read|write FILE TARGET
"""
import os
import sys

import pyogrio
import shapely
from pyogrio import raw

from layers import cpu, report

task, file, target = sys.argv[1:4]
meta, table = raw.read_arrow(file)
seconds = cpu()
name = meta["geometry_name"] or "wkb_geometry"
if task == "write":
    raw.write_arrow(
        table, target, driver="GeoJSON", geometry_name=name, geometry_type=meta["geometry_type"],
        crs=meta["crs"], layer_options={"COORDINATE_PRECISION": 12, "RFC7946": "NO"})
    seconds = cpu() - seconds
    os.remove(target)
# The count is looked up last and in pieces: it is no part of the task.
column = table.column(name)
positions = sum(
    shapely.get_num_coordinates(shapely.from_wkb(chunk.to_numpy(zero_copy_only=False))).sum()
    for chunk in column.chunks)
report(
    seconds, f"{pyogrio.__version__}, GDAL {'.'.join(map(str, pyogrio.__gdal_version__))}",
    positions=positions)
