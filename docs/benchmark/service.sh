# What the benchmarks share: the packaged service on a port of its own with data that is thrown away. Sourced, not run.
# Sets: directory, java, service; test_classpath sets classpath. Needs: port.

ready_patience_s=120
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
jar=target/quarkus-app/quarkus-run.jar
service=http://127.0.0.1:$port
directory=$(mktemp -d)
pid=

fail() {
    echo "$(basename "$0"): $*" >&2
    [ ! -f "$directory/log" ] || tail -n 20 "$directory/log" >&2
    exit 1
}

# Ends a process that was started here.
end() {
    [ -z "$1" ] || { kill "$1" && wait "$1"; } 2>/dev/null || true
}

stop() {
    end "$pid"
    pid=
}

trap 'stop; rm -rf "$directory"' EXIT

now_ms() {
    local now=${EPOCHREALTIME/[.,]/}
    echo $((now / 1000))
}

# Starts the service with these options of java; elapsed is the time until it was ready, in ms.
start() {
    local started deadline
    started=$(now_ms)
    deadline=$((started + ready_patience_s * 1000))
    "$java" -Dquarkus.http.port="$port" -Dcandletrace.embedded.directory="$directory/data" \
        -Dcandletrace.launch.demo=false "$@" -jar "$jar" >>"$directory/log" 2>&1 &
    pid=$!
    until curl --silent --fail --output /dev/null "$service/q/health/ready"; do
        kill -0 "$pid" 2>/dev/null || fail "the service ended before it was ready"
        [ "$(now_ms)" -lt "$deadline" ] || fail "the service was not ready within $ready_patience_s s"
        sleep 0.02
    done
    elapsed=$(($(now_ms) - started))
}

# Creates a strategy from JSON.
create_strategy() {
    curl --silent --show-error --fail-with-body --output "$directory/strategy" "$service/api/strategies" --json "$1" ||
        fail "no strategy: $(cat "$directory/strategy")"
}

# Runs a strategy; id is the execution's, elapsed the time from the request until it was seen completed, in ms.
execute() {
    local strategy=$1 patience_s=$2 started deadline status
    started=$(now_ms)
    deadline=$((started + patience_s * 1000))
    id=$(curl --silent --show-error --fail-with-body "$service/api/executions" --json "{\"strategy\": \"$strategy\"}" | jq .id)
    [[ $id =~ ^[0-9]+$ ]] || fail "the execution was not accepted"
    while :; do
        status=$(curl --silent --fail "$service/api/executions/$id" | jq --raw-output .status)
        case $status in
            completed) break ;;
            pending | running) ;;
            *) fail "execution $id ended as $status" ;;
        esac
        [ "$(now_ms)" -lt "$deadline" ] || fail "execution $id was not completed within $patience_s s"
        sleep 0.02
    done
    elapsed=$(($(now_ms) - started))
}

# The class path of programs among the tests.
test_classpath() {
    ./mvnw -q -o dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$directory/classpath" >/dev/null ||
        fail "the tests' class path is not known"
    classpath=target/test-classes:target/classes:$(cat "$directory/classpath")
}

# Waits until a fake endpoint, which is this process, has said where it is.
await_endpoint() {
    until [ -s "$directory/endpoint" ]; do
        kill -0 "$1" 2>/dev/null || fail "the fake endpoint ended"
        sleep 0.1
    done
}

# The p-th percentile, by nearest rank, of the numbers on standard input.
percentile() {
    sort -n | awk -v p="$1" '{ value[NR] = $1 } END { rank = p * NR / 100; i = int(rank); print value[i < rank ? i + 1 : i] }'
}

machine() {
    echo "machine: $(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN) cores, load $(cut -d ' ' -f 1 /proc/loadavg 2>/dev/null || echo unknown), $("$java" --version | head -n 1)"
}

for tool in curl jq awk; do command -v $tool >/dev/null || fail "$tool is needed"; done
[ -f "$jar" ] || fail "$jar is missing; run ./mvnw package"
! curl --silent --output /dev/null "$service" || fail "something listens on port $port; set PORT"
java=$(./mvnw -v | sed -n 's/^Java version.*runtime: //p')/bin/java
