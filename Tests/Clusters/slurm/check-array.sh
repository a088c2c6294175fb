#!/usr/bin/env bash
#SBATCH --job-name=townlayout-check
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --requeue
#SBATCH --open-mode=append
# One task of a job array: checks every N-th town of a layer. For eight shards:
#
#   sbatch --wait --array=1-8 check-array.sh TOWNS ID PARTS 8 RED_LINES…
#   townlayout merge towns.jsonl PARTS/part-*.jsonl
#
# TOWNS and PARTS lie on a file system that all nodes see. Submitting the array again runs only what is
# missing; the number of shards is an argument, so that `--array=3,5` alone works too.
set -euo pipefail
towns=$1 id=$2 folder=$3 shards=$4
shift 4
part=$folder/part-$SLURM_ARRAY_TASK_ID.jsonl

# A part appears only when it is complete: a task that runs again has nothing to do.
[ ! -e "$part" ] || exit 0
code=0
townlayout check "$towns" --id "$id" --against "$@" \
  --shard "$SLURM_ARRAY_TASK_ID/$shards" --out "$part" --exit-zero --workers 1 || code=$?
# Killed by a signal, as when memory runs out: worth another try. An error of the data is not.
if [ "$code" -gt 128 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 3 ]; then
  scontrol requeue "$SLURM_JOB_ID"
fi
exit "$code"
