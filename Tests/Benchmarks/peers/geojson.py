"""Reading and writing of GeoJSON with pyogrio (GDAL), on the files that the benchmark wrote.

usage: geojson.py read|write|convert FILE TARGET      prints one JSON line

CPU and memory are those of the whole process, but for `write`, whose CPU leaves out the reading. Arrow is used
where pyarrow is installed, since it is GDAL's faster way.
"""
import json
import resource
import sys
import time

import pyogrio
from pyogrio import raw

try:
    import pyarrow  # noqa: F401

    arrow = True
except ImportError:
    arrow = False



def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


task, file, target = sys.argv[1:4]
start, before = time.perf_counter(), 0
if arrow:
    meta, table = raw.read_arrow(file)
else:
    meta, _, geometry, fields = raw.read(file)
if task == "write":
    start, before = time.perf_counter(), cpu()
if task != "read":
    options = {"COORDINATE_PRECISION": 12, "RFC7946": "NO"}
    if arrow:
        name = meta["geometry_name"] or "wkb_geometry"
        raw.write_arrow(
            table, f"{target}.{task}.py", driver="GeoJSON", geometry_name=name,
            geometry_type=meta["geometry_type"], crs=meta["crs"], layer_options=options)
    else:
        raw.write(
            f"{target}.{task}.py", geometry, fields, meta["fields"], driver="GeoJSON",
            geometry_type=meta["geometry_type"], crs=meta["crs"], layer_options=options)
print(json.dumps({
    "pairs": 0, "area": 0.0, "wall": time.perf_counter() - start,
    "cpu": cpu() - before,
    "peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "note": f"{pyogrio.__version__} (GDAL {'.'.join(map(str, pyogrio.__gdal_version__))})"
            + (" by Arrow" if arrow else ""),
}))
