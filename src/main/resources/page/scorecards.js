/* Draws what the page's figures say; without it they still say it. */
(function () {
"use strict";
const source = document.getElementById("data");
if (!source || typeof echarts === "undefined") {
    return;
}
const lines = JSON.parse(source.textContent).lines;
const names = [...new Set(lines.map(line => line.name))];

const LIGHT = {
    text: "#17202b", muted: "#586474", grid: "#e9ecf1", frame: "#b9c1cc", card: "#ffffff",
    groups: ["#1e88e5", "#e9a100", "#521a92", "#d0277f", "#745432", "#12263f"]
};
const DARK = {
    text: "#f0f3f7", muted: "#9fabbb", grid: "#222a36", frame: "#475366", card: "#182029",
    groups: ["#55a0ee", "#f7c948", "#9560ff", "#ff93cb", "#905f36", "#e8eef5"]
};
let printing = false;
const colors = () => !printing && window.matchMedia("(prefers-color-scheme: dark)").matches ? DARK : LIGHT;

const DAY = 86400000;
const dates = days => days.map(day => day * DAY);
const dateOf = time => new Date(time).toISOString().slice(0, 10);
const percent = (share, digits = 1) => (share * 100).toFixed(digits) + " %";
const signed = share => (share > 0 ? "+" : "") + percent(share, 2);
const half = line => line.name + (line.forward ? "" : " (backfilled)");
const color = (line, palette) => palette.groups[line.place % palette.groups.length];
const stroke = (line, palette) =>
    ({color: color(line, palette), width: 2, type: line.forward ? "solid" : [6, 4]});

/* What all pictures have in common. */
function frame(palette, chart, tooltip) {
    return {
        animation: false,
        textStyle: {color: palette.muted, fontFamily: "system-ui, 'Liberation Sans', Arial, sans-serif", fontSize: 13},
        legend: {
            show: names.length > 1, top: 0, left: 0, icon: "roundRect", itemWidth: 16, itemHeight: 8, itemGap: GAP,
            data: names.map(name => ({
                name, itemStyle: {color: color(lines.find(line => line.name === name), palette)}
            })),
            textStyle: {color: palette.text, fontSize: 13, overflow: "truncate", width: chart.getWidth() - 40}
        },
        tooltip: Object.assign({
            renderMode: "richText", confine: true, backgroundColor: palette.card, borderColor: palette.frame,
            textStyle: {color: palette.text, fontSize: 13, fontFamily: "system-ui, 'Liberation Sans', Arial, sans-serif"}
        }, tooltip)
    };
}

const GAP = 12;
const ROW = 24;

/* Where a picture begins: below its legend, which takes as many rows as its names need. */
function top(chart) {
    if (names.length < 2) {
        return 12;
    }
    let [rows, used] = [1, 0];
    names.forEach(name => {
        const width = 22 + GAP + Math.min(chart.getWidth() - 40, echarts.format.getTextRect(name, "13px system-ui").width);
        if (used > 0 && used + width > chart.getWidth()) {
            [rows, used] = [rows + 1, 0];
        }
        used += width;
    });
    return 10 + ROW * rows;
}

function axis(palette, more) {
    return Object.assign({
        type: "value",
        axisLine: {show: true, lineStyle: {color: palette.frame}},
        axisTick: {show: false},
        splitLine: {lineStyle: {color: palette.grid}},
        axisLabel: {color: palette.muted, fontSize: 13, hideOverlap: true},
        nameTextStyle: {color: palette.muted, fontSize: 13}
    }, more);
}

/* By date, what each line says at the nearest of its days that is not later. */
function told(figures, write) {
    return points => {
        const time = points[0].axisValue;
        const said = figures.map(figure => {
            const i = figure.days.findLastIndex(day => day <= time);
            return i < 0 ? "" : half(figure.line) + "  " + write(figure.line, i);
        });
        return [dateOf(time), ...said.filter(Boolean)].join("\n");
    };
}

function timeAxis(palette, more) {
    return axis(palette, Object.assign({
        type: "time", splitLine: {show: false},
        axisPointer: {label: {formatter: pointer => dateOf(pointer.value)}}
    }, more));
}

function equity(palette, chart) {
    const drawn = lines.filter(line => line.equity.day.length > 0);
    const above = top(chart);
    const room = chart.getHeight() - above - 26 - 22;
    const figures = drawn.map(line => ({line, days: dates(line.equity.day)}));
    return Object.assign(frame(palette, chart, {
        trigger: "axis",
        formatter: told(figures, (line, i) =>
            line.equity.equity[i].toFixed(3) + ", " + percent(line.equity.drawdown[i]) + " under its highest")
    }), {
        axisPointer: {link: [{xAxisIndex: "all"}], lineStyle: {color: palette.muted}},
        grid: [
            {left: 54, right: 12, top: above, height: room * 0.68},
            {left: 54, right: 12, top: above + room * 0.68 + 22, height: room * 0.32}
        ],
        xAxis: [timeAxis(palette, {gridIndex: 0, axisLabel: {show: false}}), timeAxis(palette, {gridIndex: 1})],
        yAxis: [
            axis(palette, {
                gridIndex: 0, scale: true,
                axisLabel: {color: palette.muted, fontSize: 13, formatter: value => value.toFixed(2)}
            }),
            axis(palette, {
                gridIndex: 1, max: 0, splitNumber: 2,
                axisLabel: {color: palette.muted, fontSize: 13, formatter: value => percent(value, 0)}
            })
        ],
        series: drawn.flatMap((line, k) => [
            {
                type: "line", name: line.name, symbol: "none", step: "end",
                data: figures[k].days.map((day, i) => [day, line.equity.equity[i]]),
                lineStyle: stroke(line, palette), itemStyle: {color: color(line, palette)},
                markLine: k === 0 && level(palette, 1)
            },
            {
                type: "line", name: line.name, symbol: "none", step: "end", xAxisIndex: 1, yAxisIndex: 1,
                data: figures[k].days.map((day, i) => [day, line.equity.drawdown[i]]),
                lineStyle: Object.assign(stroke(line, palette), {width: 1}), itemStyle: {color: color(line, palette)},
                areaStyle: {color: color(line, palette), opacity: 0.18}
            }
        ])
    });
}

function level(palette, value) {
    return {
        symbol: "none", silent: true, animation: false, label: {show: false},
        lineStyle: {color: palette.muted, type: "solid", width: 1}, data: [{yAxis: value}]
    };
}

function rolling(palette, chart) {
    const drawn = lines.filter(line => line.rolling.day.length > 0);
    const figures = drawn.map(line => ({line, days: dates(line.rolling.day)}));
    return Object.assign(frame(palette, chart, {
        trigger: "axis",
        formatter: told(figures, (line, i) => percent(line.rolling.rate[i]) + " ("
            + percent(line.rolling.low[i], 0) + " to " + percent(line.rolling.high[i], 0) + ")"
            + (line.rolling.base[i] === null ? "" : ", base rate " + percent(line.rolling.base[i])))
    }), {
        grid: {left: 54, right: 12, top: top(chart), bottom: 26},
        xAxis: timeAxis(palette),
        yAxis: axis(palette, {
            scale: true,
            axisLabel: {color: palette.muted, fontSize: 13, formatter: value => percent(value, 0)}
        }),
        series: drawn.flatMap((line, k) => [
            band(line, figures[k].days, palette),
            {
                type: "line", name: line.name, symbol: "none",
                data: figures[k].days.map((day, i) => [day, line.rolling.base[i]]),
                lineStyle: {color: color(line, palette), width: 1.5, type: [2, 3]},
                itemStyle: {color: color(line, palette)}
            },
            {
                type: "line", name: line.name, symbol: line.rolling.day.length === 1 ? "circle" : "none",
                data: figures[k].days.map((day, i) => [day, line.rolling.rate[i]]),
                lineStyle: stroke(line, palette), itemStyle: {color: color(line, palette)}
            }
        ])
    });
}

function band(line, days, palette) {
    return {
        type: "custom", name: line.name, silent: true, clip: true, tooltip: {show: false},
        data: days.map((day, i) => [day, line.rolling.low[i], line.rolling.high[i]]),
        encode: {x: 0, y: [1, 2]}, itemStyle: {color: color(line, palette)},
        renderItem(parameters, api) {
            if (parameters.dataIndex > 0) {
                return null;
            }
            const edge = values => days.map((day, i) => api.coord([day, values[i]]));
            return {
                type: "polygon",
                shape: {points: edge(line.rolling.high).concat(edge(line.rolling.low).reverse())},
                style: {fill: color(line, palette), opacity: names.length > 2 ? 0.07 : 0.13}
            };
        }
    };
}

/* A dot with its interval: filled when it is forward. */
function dot(line, palette, [x, y], low, high, radius) {
    return {
        type: "group",
        children: [
            {
                type: "line", shape: {x1: x, y1: low, x2: x, y2: high},
                style: {stroke: color(line, palette), lineWidth: 2}
            },
            {
                type: "circle", shape: {cx: x, cy: y, r: radius},
                style: {
                    fill: line.forward ? color(line, palette) : palette.card,
                    stroke: color(line, palette), lineWidth: 2
                }
            }
        ]
    };
}

function returns(palette, chart) {
    const drawn = lines.filter(line => line.returns.mean.some(mean => mean !== null));
    const horizons = drawn[0].returns.horizon;
    return Object.assign(frame(palette, chart, {
        trigger: "item",
        formatter: point => {
            const {returns: found} = drawn[point.seriesIndex];
            const i = point.dataIndex;
            const between = found.low[i] === null ? "" :
                "\n95 %: " + signed(found.low[i]) + " to " + signed(found.high[i]);
            return half(drawn[point.seriesIndex]) + ", " + horizons[i] + " bars\n" + signed(found.mean[i]) + between
                + "\nn " + found.n[i];
        }
    }), {
        grid: {left: 64, right: 12, top: top(chart), bottom: 44},
        xAxis: axis(palette, {
            type: "category", data: horizons.map(String), splitLine: {show: false},
            name: "bars after the entry", nameLocation: "middle", nameGap: 26
        }),
        yAxis: axis(palette, {
            scale: true, axisLabel: {color: palette.muted, fontSize: 13, formatter: value => percent(value, 1)}
        }),
        series: drawn.map((line, k) => ({
            type: "custom", name: line.name, itemStyle: {color: color(line, palette)},
            data: horizons.map((horizon, i) =>
                [i, line.returns.mean[i], line.returns.low[i], line.returns.high[i]]),
            encode: {x: 0, y: [1, 2, 3]},
            renderItem(parameters, api) {
                const [mean, low, high] = [api.value(1), api.value(2), api.value(3)];
                if (!Number.isFinite(mean)) {
                    return null;
                }
                const apart = Math.min(18, api.size([1, 0])[0] * 0.8 / drawn.length);
                const [x, y] = api.coord([api.value(0), mean]);
                const end = value => Number.isFinite(value) ? api.coord([0, value])[1] : y;
                return dot(line, palette, [x + (k - (drawn.length - 1) / 2) * apart, y], end(low), end(high), 5);
            },
            markLine: k === 0 && level(palette, 0)
        }))
    });
}

function reliability(palette, chart) {
    const drawn = lines.filter(line => line.reliability.n.length > 0);
    const most = Math.max(...drawn.flatMap(line => line.reliability.n));
    /* Counts of more lines would lie on each other; the pointer and the sentences tell them. */
    const counted = drawn.length < 3;
    return Object.assign(frame(palette, chart, {
        trigger: "item",
        formatter: point => {
            const line = drawn[point.seriesIndex - 1];
            const {reliability: found} = line;
            const i = point.dataIndex;
            return half(line) + "\nstated " + percent(found.stated[i]) + ", happened " + percent(found.happened[i])
                + "\n95 %: " + percent(found.low[i]) + " to " + percent(found.high[i]) + "\nn " + found.n[i];
        }
    }), {
        grid: {left: 64, right: 24, top: top(chart), bottom: 44},
        xAxis: axis(palette, {
            min: 0, max: 1, name: "stated", nameLocation: "middle", nameGap: 26,
            axisLabel: {color: palette.muted, fontSize: 13, formatter: value => percent(value, 0)}
        }),
        yAxis: axis(palette, {
            min: 0, max: 1, name: "happened", nameLocation: "middle", nameGap: 46,
            axisLabel: {color: palette.muted, fontSize: 13, formatter: value => percent(value, 0)}
        }),
        series: [{
            type: "line", silent: true, symbol: "none", data: [[0, 0], [1, 1]], tooltip: {show: false},
            lineStyle: {color: palette.muted, width: 1, type: "dashed"}
        }].concat(drawn.map((line, k) => ({
            type: "custom", name: line.name, itemStyle: {color: color(line, palette)},
            data: line.reliability.n.map((n, i) =>
                [line.reliability.stated[i], line.reliability.happened[i], line.reliability.low[i], line.reliability.high[i], n]),
            encode: {x: 0, y: [1, 2, 3]},
            renderItem(parameters, api) {
                const [x, y] = api.coord([api.value(0), api.value(1)]);
                const end = value => api.coord([0, value])[1];
                const radius = 3 + 5 * Math.sqrt(api.value(4) / most);
                const shape = dot(line, palette, [x, y], end(api.value(2)), end(api.value(3)), radius);
                if (counted) {
                    shape.children.push({
                        type: "text",
                        style: {
                            text: String(api.value(4)), x, y: end(k === 0 ? api.value(3) : api.value(2)),
                            align: "center", verticalAlign: k === 0 ? "bottom" : "top",
                            fill: color(line, palette), fontSize: 12
                        }
                    });
                }
                return shape;
            }
        })), drawn.map(line => ({
            type: "line", name: line.name, silent: true, symbol: "none", tooltip: {show: false},
            data: line.reliability.stated.map((stated, i) => [stated, line.reliability.happened[i]]),
            lineStyle: Object.assign(stroke(line, palette), {width: 1}), itemStyle: {color: color(line, palette)}
        })))
    });
}

const OPTIONS = {equity, rolling, returns, reliability};
const charts = Object.keys(OPTIONS)
    .map(id => document.getElementById(id))
    .filter(Boolean)
    .map(element => ({id: element.id, chart: echarts.init(element, null, {renderer: "canvas"})}));

function draw() {
    const palette = colors();
    charts.forEach(({id, chart}) => {
        chart.resize();
        chart.setOption(OPTIONS[id](palette, chart), true);
    });
}

draw();
window.addEventListener("resize", draw);
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
window.addEventListener("beforeprint", () => { printing = true; draw(); });
window.addEventListener("afterprint", () => { printing = false; draw(); });
}());
