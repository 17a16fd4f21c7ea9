#!/usr/bin/env bash
# How long a scorecard takes over many resolved predictions: by one horizon of five, cold (the first request of a service over a
# database that was just started) and warm, with a quarter, half and all of the rows. Prints the row counts. Build first:
# ./mvnw verify -DskipTests (it also brings the S3 server). Needs bash 5.
#
#   docs/benchmark/scorecards.sh [predictions=200000] [requests=20]
set -euo pipefail

port=${PORT:-18087}
source "$(dirname "$0")/service.sh"
test_classpath
machine
"$java" -cp "$classpath" io.candletrace.benchmark.Scoring "${1:-200000}" "${2:-20}" 2>>"$directory/log" ||
    fail "the scorecards were not measured"
