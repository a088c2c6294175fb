"""What the peers' scripts share: reading a layer as fast as pyogrio does, and the line that each prints."""
import json
import resource

import pyogrio
import shapely


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def read(file, fields=()):
    """The geometries of a layer, and its fields, as arrays; by Arrow, GDAL's fastest way."""
    meta, table = pyogrio.raw.read_arrow(file, columns=list(fields))
    name = meta["geometry_name"] or "wkb_geometry"
    geometries = shapely.from_wkb(table.column(name).to_numpy(zero_copy_only=False))
    return (geometries, *(table.column(field).to_numpy() for field in fields))


def versions():
    return f"{shapely.__version__}, GEOS {shapely.geos_version_string}"


def report(seconds, note, **figures):
    """One line of JSON: CPU seconds without reading, the tool's versions, and the figures compared."""
    print(json.dumps({
        "cpu": seconds, "note": note,
        "figures": {name: float(value) for name, value in figures.items()},
    }))
