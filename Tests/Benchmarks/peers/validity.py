"""Validity of a layer with Shapely 2, with the reason for each invalid feature.

usage: validity.py LAYER
"""
import sys

import shapely

from layers import cpu, read, report, versions

geometries, ids = read(sys.argv[1], ["id"])
start = cpu()
valid = shapely.is_valid(geometries)
reasons = shapely.is_valid_reason(geometries[~valid])
report(cpu() - start, versions(), invalid=len(reasons), ids=ids[~valid].sum())
