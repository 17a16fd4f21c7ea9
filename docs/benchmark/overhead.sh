#!/usr/bin/env bash
# What one task of an idle service takes besides waiting for its model: from the POST until the execution is seen completed,
# less the model's latency, every step durable. Prints both sums, and the time in each stage. Build first: ./mvnw package.
# Needs bash 5, curl and jq.
#
#   docs/benchmark/overhead.sh [runs=200] [warm-up runs=200] [latency in ms=200]
set -euo pipefail

runs=${1:-200}
warm_up=${2:-200}
latency_ms=${3:-200}
port=${PORT:-18084}
source "$(dirname "$0")/service.sh"

test_classpath
mkfifo "$directory/where"
"$java" -cp "$classpath" io.candletrace.benchmark.Overhead "$latency_ms" "$runs" "$warm_up" "$service" \
    <"$directory/where" >"$directory/endpoint" 2>>"$directory/log" &
client=$!
trap 'end "$client"; stop; rm -rf "$directory"' EXIT
exec 3>"$directory/where"
await_endpoint "$client"
start "-Dcandletrace.analysis.models.slow.base-url=$(sed -n 1p "$directory/endpoint")" \
    "-Dcandletrace.analysis.models.slow.api-key=$(sed -n 2p "$directory/endpoint")" \
    -Dcandletrace.analysis.models.slow.model=slow-model -Dcandletrace.analysis.models.slow.daily-tokens=1000000000 3>&- # its end of the pipe would stay open as long as it runs
exec 3>&-
wait "$client" || fail "the measurement failed"
machine
sed 1,2d "$directory/endpoint"
