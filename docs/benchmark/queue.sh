#!/usr/bin/env bash
# The queue: how fast one replica takes tasks from a backlog and how long claiming takes, without history and with a long one;
# then tasks a second of 1, 2 and 4 replicas with a few in flight each. Build first: ./mvnw verify -DskipTests (it also brings
# the S3 server). Needs bash 5.
#
#   docs/benchmark/queue.sh [ready tasks=100000] [executions of history=1000000] [in flight=4] [latency in ms=3000] [tasks a replica=60]
set -euo pipefail

port=${PORT:-18086}
source "$(dirname "$0")/service.sh"
test_classpath
machine
"$java" -cp "$classpath" io.candletrace.benchmark.Backlog "${1:-100000}" "${2:-1000000}" 2>>"$directory/log" ||
    fail "the backlog was not measured"
"$java" -cp "$classpath" io.candletrace.benchmark.Scaling "${3:-4}" "${4:-3000}" "${5:-60}" 2>>"$directory/log" ||
    fail "the replicas were not measured"
