#!/usr/bin/env bash
# What one task of an idle service takes besides waiting for its model: from the POST to the commit that ends its execution, less
# the model's latency, every step durable. Prints both sums, and the time in each stage. Build first: ./mvnw verify
# -DskipTests (it also brings the S3 server). Needs bash 5.
#
#   docs/benchmark/overhead.sh [runs=200] [tasks before=2000] [latency in ms=200]
set -euo pipefail

port=${PORT:-18084}
source "$(dirname "$0")/service.sh"
test_classpath
machine
"$java" -cp "$classpath" io.candletrace.benchmark.Overhead "${1:-200}" "${2:-2000}" "${3:-200}" 2>>"$directory/log" ||
    fail "the overhead was not measured"
