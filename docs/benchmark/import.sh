#!/usr/bin/env bash
# How long the packaged service takes to import a file of 5,849 daily bars, new and known, and one of 2 million minutes, and
# what the second does to its heap. Build first: ./mvnw package. Needs bash 5, curl, jq and awk.
#
#   docs/benchmark/import.sh [heap=300m] [minutes=2000000]
set -euo pipefail

heap=${1:-300m}
minutes=${2:-2000000}
days=5849
warm_up=5
runs=10
port=${PORT:-18081}
patience_s=600
source "$(dirname "$0")/service.sh"
jcmd=$(dirname "$java")/jcmd

# Sends a file; elapsed is how long it took, in ms, and the answer is checked.
import() {
    local symbol=$1 timeframe=$2 file=$3 expected=$4 started accepted
    started=$(now_ms)
    accepted=$(curl --silent --show-error --fail-with-body --max-time "$patience_s" --header 'Content-Type: text/csv' \
        --data-binary @- "$service/api/market-data/import?symbol=$symbol&timeframe=$timeframe" <"$file" | jq .accepted)
    elapsed=$(($(now_ms) - started))
    [ "$accepted" = "$expected" ] || fail "expected $expected bars to be accepted, found $accepted"
}

# A file of bars round the clock, one every so many seconds from 2000-01-01 on.
bars() {
    awk -v count="$1" -v step="$2" 'BEGIN {
        print "timestamp,open,high,low,close,volume"
        for (i = 0; i < count; i++) {
            price = 100 + 10 * sin(i / 500)
            printf "%d,%.2f,%.2f,%.2f,%.2f,%d\n", 946684800 + i * step, price, price + 0.5, price - 0.5, price + 0.1, 1000 + i % 977
        }
    }'
}

# Megabytes of heap in use now, garbage that was not collected yet included.
heap_mb() {
    "$jcmd" "$pid" GC.heap_info | grep -oE 'used [0-9]+K' | head -n 1 | awk '{ print int(substr($2, 1, length($2) - 1) / 1024) }'
}

start -Xmx"$heap" -Dcandletrace.feed.calendar=24/7

bars "$days" 86400 >"$directory/days.csv"
bars "$minutes" 60 >"$directory/minutes.csv"

for ((i = 0; i < warm_up; i++)); do import "WARM$i" 1d "$directory/days.csv" "$days"; done
for ((i = 0; i < runs; i++)); do import "NEW$i" 1d "$directory/days.csv" "$days" && echo "$elapsed"; done >"$directory/new"
for ((i = 0; i < runs; i++)); do import NEW0 1d "$directory/days.csv" "$days" && echo "$elapsed"; done >"$directory/known"

before=$(heap_mb)
(while sleep 0.5; do heap_mb; done >"$directory/heap" 2>/dev/null) &
watcher=$!
import MINUTES 1m "$directory/minutes.csv" "$minutes"
large=$elapsed
kill "$watcher" 2>/dev/null || true

machine
echo "import of $days daily bars, $runs runs after $warm_up: new $(percentile 50 <"$directory/new") ms, known $(percentile 50 <"$directory/known") ms"
echo "import of $minutes minutes ($(($(wc -c <"$directory/minutes.csv") / 1048576)) MB): $large ms, $((minutes * 1000 / large)) bars a second"
echo "heap, at most $heap: $before MB in use before, at most $(sort -n "$directory/heap" | tail -n 1) MB during"
