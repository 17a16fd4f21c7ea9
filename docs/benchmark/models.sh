#!/usr/bin/env bash
# How long one strategy takes that asks 3 models about 20 symbols x 2 timeframes, at an endpoint that answers after 2 s and a
# concurrency of 10 a model, against the shortest time that the endpoint's latency allows; and whether the event loop was ever
# blocked. Build first: ./mvnw package (it compiles the fake endpoint too). Needs bash 5, curl and jq.
#
#   docs/benchmark/models.sh [runs=5] [warm-up runs=5] [latency in ms=2000]
set -euo pipefail

runs=${1:-5}
warm_up=${2:-5}
latency_ms=${3:-2000}
symbols=20
timeframes=2
concurrency=10
port=${PORT:-18082}
run_patience_s=120
source "$(dirname "$0")/service.sh"

test_classpath
"$java" -cp "$classpath" io.candletrace.testing.SlowOpenAi "$latency_ms" \
    >"$directory/endpoint" 2>>"$directory/log" &
endpoint=$!
trap 'end "$endpoint"; stop; rm -rf "$directory"' EXIT
await_endpoint "$endpoint"

options=()
for model in one two three; do
    options+=("-Dcandletrace.analysis.models.$model.base-url=$(head -n 1 "$directory/endpoint")"
        "-Dcandletrace.analysis.models.$model.api-key=$(tail -n 1 "$directory/endpoint")"
        "-Dcandletrace.analysis.models.$model.model=$model" "-Dcandletrace.analysis.models.$model.concurrency=$concurrency"
        "-Dcandletrace.analysis.models.$model.daily-tokens=1000000000")
done
start "${options[@]}"
create_strategy "$(jq --null-input --argjson symbols "$symbols" '{name: "benchmark", timeframes: ["1d", "1w"],
    symbols: [range($symbols) | "S\(.)"], models: ["one", "two", "three"], feeds: ["synthetic"],
    indicators: {RSI: {period: 14}, MACD: {fast: 12, slow: 26, signal: 9}, SMA: {periods: [20, 50, 200]},
    Bollinger_Bands: {period: 20, std: 2}}}')"
execute benchmark $run_patience_s
cold=$elapsed
for ((i = 1; i < warm_up; i++)); do execute benchmark $run_patience_s; done
for ((i = 0; i < runs; i++)); do
    execute benchmark $run_patience_s
    echo "$elapsed"
done >"$directory/elapsed"

least=$((symbols * timeframes * latency_ms / concurrency))
warm=$(percentile 50 <"$directory/elapsed")
machine
echo "analyses of the last run: $(curl --silent --fail "$service/api/llm-analyses?limit=200&execution_id=$id" | jq '[.items[] | select(.status == "completed")] | length')"
echo "shortest that the endpoint allows: $least ms"
echo "first run: $cold ms, $((cold * 100 / least)) % of it"
echo "$runs runs after $warm_up: median $warm ms, $((warm * 100 / least)) % of it; longest $(percentile 100 <"$directory/elapsed") ms"
echo "event loop blocked: $(grep -c 'has been blocked' "$directory/log" || true) times"
