"""Validity of a layer with Shapely 2, with the reason for each invalid feature.

usage: validity.py FILE ID_FIELD      prints one JSON line

Timed as "cpu": is_valid, and is_valid_reason of the invalid ones. The whole process is timed too: reading
the file as Arrow columns by pyogrio, and making the geometries.
"""
import json
import resource
import sys
import time

import numpy as np
import pyogrio
import shapely


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


file, field = sys.argv[1:3]
meta, table = pyogrio.raw.read_arrow(file, columns=[field])
name = meta["geometry_name"] or "wkb_geometry"
geometries = shapely.from_wkb(table.column(name).to_numpy(zero_copy_only=False))
ids = table.column(field).to_numpy()
wall, start = time.perf_counter(), cpu()
valid = shapely.is_valid(geometries)
reasons = shapely.is_valid_reason(geometries[~valid])
wall, used = time.perf_counter() - wall, cpu() - start
invalid = np.sort(ids[~valid].astype(str))
print(json.dumps({
    "invalid": int(len(reasons)), "ids": invalid.tolist(), "cpu": used, "wholeCPU": cpu(),
    "wall": wall, "peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "note": f"{shapely.__version__}, GEOS {shapely.geos_version_string}",
}))
