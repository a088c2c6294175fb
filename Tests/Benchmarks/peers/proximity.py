"""Nearest features and counts within a kilometre with Shapely 2 or DuckDB.

usage: proximity.py shapely|duckdb nearest|within TOWNS OTHERS
"""
import sys

import pyogrio
import shapely

from layers import cpu, read, report, versions

tool, task, towns, others = sys.argv[1:5]
distance, count = 0.0, 0
if tool == "shapely":
    land, = read(towns)
    other, = read(others)
    start, note = cpu(), versions()
    tree = shapely.STRtree(other)
    for first in range(0, len(land), 2000):
        part = land[first:first + 2000]
        if task == "nearest":
            distance += tree.query_nearest(part, return_distance=True, all_matches=False)[1].sum()
        else:
            count += len(tree.query(part, predicate="dwithin", distance=1000)[0])
else:
    import glob
    import os

    import duckdb
    import duckdb_extension_spatial
    import pyarrow

    connection = duckdb.connect(config={"allow_unsigned_extensions": "true", "threads": 1})
    extension = os.path.join(
        os.path.dirname(duckdb_extension_spatial.__file__), "extensions", "*", "spatial.duckdb_extension")
    connection.execute(f"LOAD '{glob.glob(extension)[0]}'")
    for name, file in (("a", towns), ("b", others)):
        meta, table = pyogrio.raw.read_arrow(file, columns=[])
        column = meta["geometry_name"] or "wkb_geometry"
        # A new table, without the mark by which DuckDB would take the bytes for geometries already.
        source = pyarrow.table({"g": table.column(column).cast(pyarrow.binary())})
        connection.execute(f"create table {name} as select ST_GeomFromWKB(g) g from source")
    start, note = cpu(), duckdb.__version__
    count = connection.execute(
        "select count(*) from a join b on ST_DWithin(a.g, b.g, 1000)").fetchone()[0]
report(cpu() - start, note, distance=distance, count=count)
