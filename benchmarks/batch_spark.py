"""Screen a CSV with Spark on this machine, with one core per executor, each a process of its own.

Usage: python benchmarks/batch_spark.py LIST.csv EXECUTORS [BUNDLE]

The bundle is written from the installed lists where there is none. Prints rows a second, without the start of Spark.
"""

import os
import sys
import time
from datetime import date
from pathlib import Path

from pyspark.sql import SparkSession

from vendorscreen.batch import ScreenerSource, ScreeningOptions, write_bundle
from vendorscreen.batch.spark import screen


def main() -> None:
    path, executors = Path(sys.argv[1]), int(sys.argv[2])
    bundle = Path(sys.argv[3] if len(sys.argv) > 3 else "bundle")
    if not bundle.exists():
        write_bundle(ScreenerSource(), bundle)
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    spark = (
        SparkSession.builder.master(f"local-cluster[{executors},1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.executorEnv.PYTHONPATH", os.environ.get("PYTHONPATH", ""))
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    suppliers = spark.read.csv(path.resolve().as_uri(), header=True).repartition(8 * executors).cache()
    rows = suppliers.count()
    begun = time.monotonic()
    screen(suppliers, bundle, ScreeningOptions(as_of=date(2026, 1, 15))).write.format("noop").mode("overwrite").save()
    seconds = time.monotonic() - begun
    print(f"{executors} executors: {rows:,} rows in {seconds:.1f} s, {rows / seconds:,.0f} a second")


if __name__ == "__main__":
    main()
