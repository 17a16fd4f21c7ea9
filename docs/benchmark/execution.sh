#!/usr/bin/env bash
# How long the packaged service takes to be ready, and a warm execution of 4 synthetic symbols x 2 timeframes with the
# rules analyst, through the HTTP API. Build first: ./mvnw package. Needs bash 5, curl and jq.
#
#   docs/benchmark/execution.sh [runs=20] [warm-up runs=5]
set -euo pipefail

runs=${1:-20}
warm_up=${2:-5}
port=${PORT:-18080}
run_patience_s=60
source "$(dirname "$0")/service.sh"

start
first=$elapsed
stop
start
kept=$elapsed

create_strategy '{"name": "benchmark", "symbols": ["AAA", "BBB", "CCC", "DDD"], "timeframes": ["1d", "1w"],
    "models": ["rules-v1"], "feeds": ["synthetic"], "indicators": {"RSI": {"period": 14},
    "MACD": {"fast": 12, "slow": 26, "signal": 9}, "SMA": {"periods": [20, 50, 200]},
    "Bollinger_Bands": {"period": 20, "std": 2}}}'
for ((i = 0; i < warm_up; i++)); do execute benchmark $run_patience_s; done
for ((i = 0; i < runs; i++)); do
    execute benchmark $run_patience_s
    echo "$elapsed"
done >"$directory/elapsed"

machine
echo "ready, first start: $first ms"
echo "ready, kept data: $kept ms"
echo "execution, 4 symbols x 2 timeframes, $runs runs after $warm_up: p50 $(percentile 50 <"$directory/elapsed") ms, p95 $(percentile 95 <"$directory/elapsed") ms, max $(percentile 100 <"$directory/elapsed") ms"
