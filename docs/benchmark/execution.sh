#!/usr/bin/env bash
# How long the packaged service takes to be ready, and a warm execution of 4 synthetic symbols x 2 timeframes with the
# rules analyst, through the HTTP API. Build first: ./mvnw package. Needs bash 5, curl and jq.
#
#   docs/benchmark/execution.sh [runs=20] [warm-up runs=5]
set -euo pipefail

runs=${1:-20}
warm_up=${2:-5}
port=${PORT:-18080}
service=http://127.0.0.1:$port
ready_patience_s=120
run_patience_s=60

cd "$(dirname "$0")/../.."
jar=target/quarkus-app/quarkus-run.jar
directory=$(mktemp -d)
pid=

fail() {
    echo "execution.sh: $*" >&2
    [ ! -f "$directory/log" ] || tail -n 20 "$directory/log" >&2
    exit 1
}

stop() {
    [ -z "$pid" ] || { kill "$pid" && wait "$pid"; } 2>/dev/null || true
    pid=
}

trap 'stop; rm -rf "$directory"' EXIT

now_ms() {
    local now=${EPOCHREALTIME/[.,]/}
    echo $((now / 1000))
}

# Starts the service; elapsed is the time until it was ready, in ms.
start() {
    local started deadline
    started=$(now_ms)
    deadline=$((started + ready_patience_s * 1000))
    "$java" -Dquarkus.http.port="$port" -Dcandletrace.embedded.directory="$directory/data" \
        -Dcandletrace.launch.demo=false -jar "$jar" >>"$directory/log" 2>&1 &
    pid=$!
    until curl --silent --fail --output /dev/null "$service/q/health/ready"; do
        kill -0 "$pid" 2>/dev/null || fail "the service ended before it was ready"
        [ "$(now_ms)" -lt "$deadline" ] || fail "the service was not ready within $ready_patience_s s"
        sleep 0.02
    done
    elapsed=$(($(now_ms) - started))
}

create_strategy() {
    curl --silent --show-error --fail-with-body --output "$directory/strategy" "$service/api/strategies" \
        --json '{"name": "benchmark", "symbols": ["AAA", "BBB", "CCC", "DDD"], "timeframes": ["1d", "1w"],
            "models": ["rules-v1"], "feeds": ["synthetic"], "indicators": {"RSI": {"period": 14},
            "MACD": {"fast": 12, "slow": 26, "signal": 9}, "SMA": {"periods": [20, 50, 200]},
            "Bollinger_Bands": {"period": 20, "std": 2}}}' || fail "no strategy: $(cat "$directory/strategy")"
}

# Runs one execution; elapsed is the time from the request until it was seen completed, in ms.
execute() {
    local started deadline id status
    started=$(now_ms)
    deadline=$((started + run_patience_s * 1000))
    id=$(curl --silent --show-error --fail-with-body "$service/api/executions" --json '{"strategy": "benchmark"}' | jq .id)
    [[ $id =~ ^[0-9]+$ ]] || fail "the execution was not accepted"
    while :; do
        status=$(curl --silent --fail "$service/api/executions/$id" | jq --raw-output .status)
        case $status in
            completed) break ;;
            pending | running) ;;
            *) fail "execution $id ended as $status" ;;
        esac
        [ "$(now_ms)" -lt "$deadline" ] || fail "execution $id was not completed within $run_patience_s s"
        sleep 0.02
    done
    elapsed=$(($(now_ms) - started))
}

# The p-th percentile, by nearest rank, of the numbers on standard input.
percentile() {
    sort -n | awk -v p="$1" '{ value[NR] = $1 } END { rank = p * NR / 100; i = int(rank); print value[i < rank ? i + 1 : i] }'
}

for tool in curl jq; do command -v $tool >/dev/null || fail "$tool is needed"; done
[ -f "$jar" ] || fail "$jar is missing; run ./mvnw package"
! curl --silent --output /dev/null "$service" || fail "something listens on port $port; set PORT"
java=$(./mvnw -v | sed -n 's/^Java version.*runtime: //p')/bin/java

start
first=$elapsed
stop
start
kept=$elapsed

create_strategy
for ((i = 0; i < warm_up; i++)); do execute; done
for ((i = 0; i < runs; i++)); do
    execute
    echo "$elapsed"
done >"$directory/elapsed"

echo "machine: $(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN) cores, load $(cut -d ' ' -f 1 /proc/loadavg 2>/dev/null || echo unknown), $("$java" --version | head -n 1)"
echo "ready, first start: $first ms"
echo "ready, kept data: $kept ms"
echo "execution, 4 symbols x 2 timeframes, $runs runs after $warm_up: p50 $(percentile 50 <"$directory/elapsed") ms, p95 $(percentile 95 <"$directory/elapsed") ms, max $(percentile 100 <"$directory/elapsed") ms"
