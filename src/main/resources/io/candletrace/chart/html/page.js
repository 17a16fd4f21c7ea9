/* The cursor's bar in words and figures: what the crosshair shows, for every series. */
function read(i) {
    cursor = Math.max(0, Math.min(bars - 1, i));
    const change = cursor === 0 ? "" :
        ((data.close[cursor] / data.close[cursor - 1] - 1) * 100).toFixed(2) + " %";
    const parts = [["", zoned(data.dates[cursor])], ["O", price(data.open[cursor])], ["H", price(data.high[cursor])],
        ["L", price(data.low[cursor])], ["C", price(data.close[cursor])], ["", change],
        ["Vol", compact(data.volume[cursor])]];
    described.lines.filter(line => line.values && !hidden.has(line.toggle)).forEach(line => {
        const value = line.values[cursor];
        if (value !== null) {
            parts.push([line.name, line.format(value)]);
        }
    });
    byId("readout").replaceChildren(...parts.filter(part => part[1]).map(part => {
        const [entry, figure] = [document.createElement("span"), document.createElement("b")];
        figure.textContent = part[1];
        entry.append(part[0] ? part[0] + " " : "", figure);
        return entry;
    }));
}

function legendSelection() {
    const selected = {};
    described.lines.forEach(line => { selected[line.name] = !hidden.has(line.toggle); });
    selected.Volume = !hidden.has("Volume");
    return selected;
}

function draw() {
    const dark = !printing && window.matchMedia("(prefers-color-scheme: dark)").matches;
    const colors = dark ? DARK : LIGHT;
    described = describe(colors);
    byId("chart").parentElement.style.minHeight = leastHeight(described.panes) + "px";
    chart.resize();
    chart.setOption(option(colors), true);
    read(cursor);
}

function look(start, end) {
    const width = Math.max(Math.min(100, 500 / bars), Math.min(100, end - start));
    view.start = Math.max(0, Math.min(100 - width, start));
    view.end = view.start + width;
    chart.dispatchAction({type: "dataZoom", start: view.start, end: view.end});
}

function move(how) {
    const width = view.end - view.start;
    const middle = (view.start + view.end) / 2;
    const looks = {
        earlier: () => look(view.start - width / 4, view.end - width / 4),
        later: () => look(view.start + width / 4, view.end + width / 4),
        closer: () => look(middle - width / 3, middle + width / 3),
        wider: () => look(middle - width * 0.75, middle + width * 0.75),
        all: () => look(0, 100)
    };
    looks[how]();
}

function point(i) {
    read(i);
    const place = (cursor + 0.5) / bars * 100;
    if (place < view.start || place > view.end) {
        const width = view.end - view.start;
        look(place - width / 2, place + width / 2);
    }
    chart.dispatchAction({type: "showTip", seriesIndex: 0, dataIndex: cursor});
}

function press(event) {
    const keys = {
        ArrowLeft: () => event.shiftKey ? move("earlier") : point(cursor - 1),
        ArrowRight: () => event.shiftKey ? move("later") : point(cursor + 1),
        Home: () => point(0), End: () => point(bars - 1),
        "+": () => move("closer"), "-": () => move("wider"), "0": () => move("all")
    };
    if (keys[event.key]) {
        event.preventDefault();
        keys[event.key]();
    }
}

function addToggle(name) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.setAttribute("aria-pressed", "true");
    button.addEventListener("click", () => {
        const shown = hidden.delete(name) || !hidden.add(name);
        button.setAttribute("aria-pressed", String(shown));
        draw();
    });
    byId("toggles").append(button);
}

function caption() {
    byId("symbol").textContent = data.symbol;
    byId("facts").textContent = [data.exchange, data.chart_type + " " + data.timeframe, data.currency,
        data.adjustment, "as of " + data.as_of, bars + " bars to " + zoned(data.dates[bars - 1]), "source " + data.source,
        data.price_scale === "log" ? "log scale" : ""].filter(Boolean).join(" \u00b7 ");
    byId("watermark").hidden = !data.synthetic;
    byId("marks").textContent = (data.synthetic ? "SYNTHETIC bars. " : "")
        + data.findings.map(finding => finding.code + " " + finding.date).join(", ");
    byId("provenance").textContent = "as of " + data.as_of + " (" + data.zone + ") \u00b7 snapshot "
        + data.snapshot + " \u00b7 renderer " + data.renderer;
}

const ranks = data.dates.map((date, i) => rank(i));
const view = {start: 0, end: 100};
const hidden = new Set();
let cursor = bars - 1;
let printing = false;
let described;
caption();
if (typeof echarts === "undefined") {
    byId("message").textContent = "This is the stored page; Candletrace puts the chart library in when it serves it.";
    return;
}
const chart = echarts.init(byId("chart"), null, {renderer: "canvas"});
draw();
new Set(described.lines.map(line => line.toggle)).forEach(addToggle);
document.querySelectorAll("[data-view]").forEach(button =>
    button.addEventListener("click", () => move(button.dataset.view)));
byId("chart").addEventListener("keydown", press);
chart.on("updateAxisPointer", event => event.dataIndex !== undefined && read(event.dataIndex));
chart.on("dataZoom", () => {
    const zoom = chart.getOption().dataZoom[0];
    view.start = zoom.start;
    view.end = zoom.end;
});
window.addEventListener("resize", draw);
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
window.addEventListener("beforeprint", () => { printing = true; draw(); });
window.addEventListener("afterprint", () => { printing = false; draw(); });
