function candles(colors) {
    return {
        type: "candlestick", name: "Price", data: data.dates.map((date, i) =>
            [data.open[i], data.close[i], data.low[i], data.high[i]]),
        itemStyle: {
            color: colors.background, color0: colors.down, borderColor: colors.up, borderColor0: colors.down,
            borderColorDoji: colors.up, borderWidth: 1.5
        },
        markPoint: {
            symbol: "triangle", symbolRotate: 180, symbolSize: 11, symbolOffset: [0, -12],
            itemStyle: {color: colors.mark},
            label: {color: colors.mark, position: "top", fontSize: 13, formatter: mark => mark.name},
            data: shownFindings().map(finding => ({
                name: finding.code.replace(/_/g, " ").slice(0, 20),
                coord: [finding.date, data.high[data.dates.indexOf(finding.date)]]
            }))
        },
        markLine: {
            symbol: "none", silent: true, animation: false,
            lineStyle: {color: isUp(bars - 1) ? colors.up : colors.down, type: "dotted", width: 1.5},
            label: {
                formatter: price(data.close[bars - 1]), position: "end", fontWeight: "bold",
                color: colors.background, backgroundColor: isUp(bars - 1) ? colors.up : colors.down, padding: [3, 5]
            },
            data: [{yAxis: data.close[bars - 1]}]
        }
    };
}

function volume(colors) {
    return {
        type: "bar", name: "Volume", barWidth: "74%", data: data.volume.map((value, i) => ({
            value, itemStyle: {color: isUp(i) ? colors.up : colors.down, opacity: 0.55}
        }))
    };
}

function series(line, colors) {
    if (line.band) {
        return band(line, colors);
    }
    if (line.columns) {
        return {
            type: "bar", name: line.name, barWidth: "74%", data: line.values.map(value => ({
                value, itemStyle: {color: value >= 0 ? colors.up : colors.down, opacity: 0.7}
            }))
        };
    }
    return {
        type: "line", name: line.name, data: line.values, symbol: "none", connectNulls: false,
        lineStyle: {color: line.color, width: line.wide ? 2.2 : 1.7, type: line.dashed ? "dashed" : "solid"},
        itemStyle: {color: line.color},
        markLine: line.guides && {
            symbol: "none", silent: true, animation: false, label: {show: false},
            lineStyle: {color: colors.muted, type: "dashed", width: 1},
            data: line.guides.map(level => ({yAxis: level}))
        },
        markArea: bounded(line.pane) && line.guides && {
            silent: true, data: [
                [{yAxis: line.guides[1], itemStyle: {color: colors.up, opacity: 0.07}}, {yAxis: 100}],
                [{yAxis: 0, itemStyle: {color: colors.down, opacity: 0.07}}, {yAxis: line.guides[0]}]
            ]
        }
    };
}

function band(line, colors) {
    const [upper, lower] = line.band;
    return {
        type: "custom", name: line.name, silent: true, clip: true, data: data.dates.map((date, i) => [i, upper[i], lower[i]]),
        encode: {x: 0, y: [1, 2]},
        renderItem(parameters, api) {
            const i = parameters.dataIndex;
            if (i === 0 || upper[i - 1] === null || upper[i] === null) {
                return null;
            }
            return {
                type: "polygon",
                shape: {points: [[i - 1, upper[i - 1]], [i, upper[i]], [i, lower[i]], [i - 1, lower[i - 1]]]
                    .map(point => api.coord(point))},
                style: {fill: colors.band, opacity: 0.1}
            };
        }
    };
}

/* How often the price pane is as high as each of the others. */
const priceShares = panes => panes.length > 6 ? 5 : 7;

/* A page of many panes is higher than the window rather than each of them too low. */
const leastHeight = panes =>
    EDGES + GAP * (panes.length - 1) + LOWEST * (priceShares(panes) + panes.length - 1);

function layout(panes) {
    const room = chart.getHeight() - EDGES - GAP * (panes.length - 1);
    const share = room / (priceShares(panes) + panes.length - 1);
    let top = 6;
    return panes.map((pane, i) => {
        const own = i === 0 ? priceShares(panes) * share : share;
        const grid = {left: 8, right: axisWidth, top, height: own, outerBoundsMode: "none"};
        top += own + GAP;
        return grid;
    });
}

function option(colors) {
    const {panes, lines} = described;
    const grids = layout(panes);
    const at = pane => ({xAxisIndex: panes.indexOf(pane), yAxisIndex: panes.indexOf(pane)});
    const all = [Object.assign(candles(colors), at("price")), Object.assign(volume(colors), at("volume"))]
        .concat(lines.map(line => Object.assign(series(line, colors), at(line.pane))));
    const every = panes.map((pane, i) => i);
    return {
        animation: false,
        backgroundColor: colors.background,
        textStyle: {color: colors.muted, fontFamily: "system-ui, 'Liberation Sans', Arial, sans-serif"},
        title: panes.slice(1).map((pane, i) => ({
            text: title(pane), left: 8, top: grids[i + 1].top - 19,
            textStyle: {color: colors.muted, fontSize: 14, fontWeight: "normal"}, padding: 0
        })),
        legend: {show: false, selected: legendSelection()},
        tooltip: {trigger: "axis", showContent: false, axisPointer: {type: "cross", snap: true}},
        axisPointer: {
            link: [{xAxisIndex: "all"}], lineStyle: {color: colors.muted}, crossStyle: {color: colors.muted},
            label: {backgroundColor: colors.frame, color: colors.text, fontSize: 13}
        },
        grid: grids,
        xAxis: panes.map((pane, i) => ({
            type: "category", gridIndex: i, data: data.dates, boundaryGap: true,
            axisLine: {lineStyle: {color: colors.frame}}, axisTick: {show: false},
            splitLine: {show: true, interval: labelled, lineStyle: {color: colors.grid}},
            axisLabel: {
                show: i === panes.length - 1, interval: labelled, formatter: dateLabel, hideOverlap: true,
                color: colors.muted, fontSize: 14, rich: {strong: {color: colors.text, fontSize: 14, fontWeight: "bold"}}
            },
            axisPointer: {label: {show: i === panes.length - 1, formatter: pointer => zoned(pointer.value)}}
        })),
        yAxis: panes.map((pane, i) => axis(pane, i, colors)),
        dataZoom: [
            {type: "inside", xAxisIndex: every, start: view.start, end: view.end},
            {type: "slider", xAxisIndex: every, start: view.start, end: view.end, bottom: 6, height: 24,
                left: 8, right: axisWidth, borderColor: colors.frame, textStyle: {color: colors.muted}}
        ],
        series: all
    };
}

function axis(pane, index, colors) {
    const write = pane === "price" ? price : GUIDES[pane] ? String : compact;
    const log = pane === "price" && data.price_scale === "log";
    const fixed = log ? roundPrices() : GUIDES[pane] || [];
    return {
        gridIndex: index, position: "right", scale: pane !== "volume", splitNumber: pane === "price" ? 8 : 2,
        type: log ? "log" : "value",
        min: log ? extent => extent.min * 0.99 : GUIDES[pane] ? 0 : undefined,
        max: log ? extent => extent.max * 1.01 : bounded(pane) ? 100 : undefined,
        axisTick: {show: false, customValues: log ? fixed : undefined},
        axisLine: {show: true, lineStyle: {color: colors.frame}},
        splitLine: {show: !GUIDES[pane], lineStyle: {color: colors.grid}},
        axisLabel: {
            color: colors.muted, fontSize: 14, formatter: write, hideOverlap: true,
            showMinLabel: fixed.length > 0, showMaxLabel: fixed.length > 0,
            customValues: fixed.length > 0 ? fixed : undefined
        },
        axisPointer: {label: {formatter: pointer => write(Number(pointer.value))}}
    };
}

/* The library labels a logarithmic axis at powers of ten only. */
function roundPrices() {
    const [low, high] = [Math.min(...data.low), Math.max(...data.high)];
    const power = 10 ** Math.floor(Math.log10((high - low) / 5 || high));
    const step = [1, 2, 5, 10].map(round => round * power).find(round => (high - low) / round <= 8);
    const first = Math.ceil(low / step);
    return Array.from({length: Math.max(0, Math.floor(high / step) - first + 1)}, (none, i) => (first + i) * step);
}

function title(pane) {
    const indicator = data.indicators.find(each => each.key === pane);
    if (!indicator) {
        return "Volume";
    }
    if (pane === "OBV") {
        return indicator.lines[0].name;
    }
    const {fast, slow, signal, period, k, smooth, d} = indicator.parameters;
    return pane + " " + [fast, slow, signal, period, k, smooth, d].filter(Boolean).join(", ");
}

/* What begins with a bar: 4 a year, 3 a quarter, 2 a month, 1 a week, 0 a session, less where only a time does. */
function rank(i) {
    if (i === 0) {
        return 0;
    }
    const [before, date] = [dateOf(i - 1), dateOf(i)].map(text => new Date(text));
    const days = (date - before) / 86400000;
    if (days === 0) {
        return timeRank(i);
    }
    if (before.getUTCFullYear() !== date.getUTCFullYear()) {
        return 4;
    }
    if (before.getUTCMonth() !== date.getUTCMonth()) {
        return date.getUTCMonth() % 3 === 0 ? 3 : 2;
    }
    return (date.getUTCDay() + 6) % 7 < days ? 1 : 0;
}

/* The rounder a time, the higher: -1 noon and midnight, then every six hours, down to -8. */
function timeRank(i) {
    const [hours, minutes] = timeOf(i).split(":").map(Number);
    const round = [720, 360, 180, 60, 30, 15, 5].findIndex(step => (hours * 60 + minutes) % step === 0);
    return round < 0 ? -8 : -1 - round;
}

/* The finest rank that leaves room between the labels in view. */
function labelled(i) {
    const first = Math.floor(view.start / 100 * bars);
    const shown = ranks.slice(first, Math.ceil(view.end / 100 * bars));
    const finest = [-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3]
        .find(least => shown.filter(each => each >= least).length <= 18);
    return ranks[i] >= (finest === undefined ? 4 : finest);
}

function dateLabel(date, i) {
    if (ranks[i] < 0) {
        return timeOf(i);
    }
    const [year, month, day] = dateOf(i).split("-");
    const name = MONTHS[Number(month) - 1];
    const text = ranks[i] === 4 ? year : ranks[i] >= 2 ? name : name + " " + Number(day);
    return intraday || ranks[i] >= 2 ? "{strong|" + text + "}" : text;
}

const isUp = i => data.close[i] >= data.open[i];
const shownFindings = () => data.findings.filter(finding => data.dates.includes(finding.date));
