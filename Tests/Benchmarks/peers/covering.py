"""The maximal covering model of PySAL spopt on sites and weighted points.

usage: covering.py SITES POINTS RADIUS TOWNS SECONDS
"""
import json
import resource
import sys
import time
import warnings

import numpy as np

warnings.filterwarnings("ignore")
import pulp
import spopt
from scipy.spatial.distance import cdist
from spopt.locate import MCLP


def cpu():
    """Of this process and of the solver's, which PuLP starts."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(sum(resource.getrusage(kind)[:2]) for kind in kinds)


sites = np.loadtxt(sys.argv[1], delimiter=",", ndmin=2)
points = np.loadtxt(sys.argv[2], delimiter=",", ndmin=2)
radius, towns, seconds = float(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5])
start, clock = cpu(), time.time()
model = MCLP.from_cost_matrix(cdist(points[:, :2], sites), points[:, 2], radius, p_facilities=towns)
solver = pulp.PULP_CBC_CMD(msg=False, timeLimit=seconds, threads=1, gapRel=0)
model = model.solve(solver, results=False)
objective = float(pulp.value(model.problem.objective))
# PuLP tells no bound; its status is a proof only when the time did not end.
figures = dict(objective=objective, wall=time.time() - clock)
if pulp.LpStatus[model.problem.status] == "Optimal" and figures["wall"] < seconds:
    figures["bound"] = objective
print(json.dumps({
    "cpu": cpu() - start, "note": f"{spopt.__version__} (CBC by PuLP {pulp.__version__})",
    "figures": figures,
}))
