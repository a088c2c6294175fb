"""Checks towns against constraint layers with Spark: each partition goes through `townlayout check -`.

    spark-submit check_pipe.py towns.geojsonl parts --id town_id --against red-lines.geojson
    townlayout merge --sequence towns.jsonl parts/part-*

Towns are lines of GeoJSON features; `parts` becomes one file for each partition, in the order of the
towns. A task that dies is run again by Spark, and only what a task completed is kept. `checkCode` is
needed: without it Spark takes what a killed program wrote for its whole answer.
"""

import argparse
import shlex

from pyspark.sql import SparkSession


def main() -> None:
    parser = argparse.ArgumentParser(description="Check towns with Spark and townlayout.")
    parser.add_argument("towns")
    parser.add_argument("parts")
    parser.add_argument("--id", required=True)
    parser.add_argument("--against", nargs="+", required=True)
    parser.add_argument("--partitions", type=int, default=8)
    parser.add_argument("--program", default="townlayout")
    options = parser.parse_args()

    command = [options.program, "check", "-", "--id", options.id, "--exit-zero", "--workers", "1"]
    command += ["--against", *options.against]
    context = SparkSession.builder.appName("townlayout check").getOrCreate().sparkContext
    (
        context.textFile(options.towns, options.partitions)
        .pipe(shlex.join(command), checkCode=True)
        .saveAsTextFile(options.parts)
    )
    context.stop()


if __name__ == "__main__":
    main()
