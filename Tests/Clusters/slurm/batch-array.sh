#!/usr/bin/env bash
#SBATCH --job-name=townlayout-batch
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --requeue
#SBATCH --open-mode=append
# One task of a job array: answers a part of the scenarios of a plan. For four shards:
#
#   sbatch --wait --array=1-4 batch-array.sh PLAN SCENARIOS PARTS 4
#   townlayout batch merge PARTS/part-* --out FOLDER
#
# PLAN with its layers, SCENARIOS and PARTS lie on a file system that all nodes see. Submitting the array again goes on
# where tasks were stopped; scenarios that are done are not answered again.
set -euo pipefail
plan=$1 scenarios=$2 folder=$3 shards=$4
part=$folder/part-$SLURM_ARRAY_TASK_ID

code=0
townlayout batch "$plan" --scenarios "$scenarios" --shard "$SLURM_ARRAY_TASK_ID/$shards" \
  --out "$part" --resume --workers 1 || code=$?
# Killed by a signal, as when memory runs out: worth another try. An error of the data is not, nor is a scenario that
# failed (1): it is a row of the result.
if [ "$code" -gt 128 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 3 ]; then
  scontrol requeue "$SLURM_JOB_ID"
fi
[ "$code" -ne 1 ] || code=0
exit "$code"
