const data = JSON.parse(document.getElementById("data").textContent);
const bars = data.dates.length;
const byId = id => document.getElementById(id);

const LIGHT = {
    background: "#ffffff", text: "#17202b", muted: "#586474", grid: "#e9ecf1", frame: "#b9c1cc",
    up: "#00897b", down: "#e2481b", band: "#7c8ca6", mark: "#a15c00",
    overlays: ["#1e88e5", "#e9a100", "#521a92", "#d0277f", "#745432", "#12263f"]
};
const DARK = {
    background: "#10151d", text: "#f0f3f7", muted: "#9fabbb", grid: "#222a36", frame: "#475366",
    up: "#26b8a6", down: "#ff6a3d", band: "#7d8fae", mark: "#ffb74d",
    overlays: ["#55a0ee", "#f7c948", "#9560ff", "#ff93cb", "#905f36", "#e8eef5"]
};

const price = value => value.toLocaleString("en-US", {
    minimumFractionDigits: data.price_decimals, maximumFractionDigits: data.price_decimals
});
const difference = value => value.toLocaleString("en-US", {
    minimumFractionDigits: Math.min(8, data.price_decimals + 1),
    maximumFractionDigits: Math.min(8, data.price_decimals + 1)
});
const compact = value => value.toLocaleString("en-US", {
    notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: 2
});
const hundredth = value => value.toFixed(2);

/* Where a value begins to mean something: below and above two levels of 0 to 100, above a single one. */
const GUIDES = {RSI: [30, 70], Stochastic: [20, 80], ADX: [25]};
const bounded = pane => (GUIDES[pane] || []).length === 2;
/* Where a session has several bars, each is called by the date and time of its open, which are the market's own. */
const intraday = data.chart_type === "intraday";
const zoned = date => intraday ? date + " " + data.zone : date;
const dateOf = i => data.dates[i].slice(0, 10);
const timeOf = i => data.dates[i].slice(11);

const GAP = 27;
const EDGES = 84;
const LOWEST = 40;
const axisWidth = Math.max(78, 24 + 9 * price(Math.max(...data.high)).length);
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/* Every series: its pane, its toggle, how its values are written. */
function describe(colors) {
    const panes = ["price", "volume"];
    const lines = [];
    let overlay = 0;
    const line = (pane, toggle, name, values, color, format, extra) =>
        lines.push(Object.assign({pane, toggle, name, values, color, format}, extra));
    line("volume", "Volume", "Volume average", data.volume_average, colors.text, compact);
    data.indicators.forEach(indicator => {
        const [first, second, third] = indicator.lines;
        if (!indicator.on_price) {
            panes.push(indicator.key);
        }
        switch (indicator.key) {
            case "Bollinger_Bands":
                lines.push({pane: "price", toggle: "Bollinger", name: "BB", band: [first.values, third.values]});
                indicator.lines.forEach(each =>
                    line("price", "Bollinger", each.name, each.values, colors.band, price,
                        {dashed: each === second}));
                break;
            case "SuperTrend":
                [[1, colors.up, "SuperTrend up"], [-1, colors.down, "SuperTrend down"]].forEach(([side, color, name]) =>
                    line("price", "SuperTrend", name,
                        first.values.map((value, i) => second.values[i] === side ? value : null),
                        color, price, {wide: true}));
                break;
            case "MACD":
                line("MACD", "MACD", third.name, third.values, colors.text, difference, {columns: true});
                line("MACD", "MACD", first.name, first.values, colors.overlays[0], difference);
                line("MACD", "MACD", second.name, second.values, colors.overlays[1], difference);
                break;
            case "RSI":
                line("RSI", "RSI", first.name, first.values, colors.overlays[2], hundredth, {guides: GUIDES.RSI});
                break;
            case "ATR":
                line("ATR", "ATR", first.name, first.values, colors.overlays[0], difference);
                break;
            case "OBV":
                line("OBV", "OBV", first.name, first.values, colors.overlays[2], compact);
                break;
            case "ADX":
                line("ADX", "ADX", first.name, first.values, colors.overlays[2], hundredth,
                    {wide: true, guides: GUIDES.ADX});
                line("ADX", "ADX", second.name, second.values, colors.up, hundredth);
                line("ADX", "ADX", third.name, third.values, colors.down, hundredth);
                break;
            case "Stochastic":
                line("Stochastic", "Stochastic", first.name, first.values, colors.overlays[0], hundredth,
                    {guides: GUIDES.Stochastic});
                line("Stochastic", "Stochastic", second.name, second.values, colors.overlays[1], hundredth);
                break;
            default:
                indicator.lines.forEach(each =>
                    line("price", each.name, each.name, each.values,
                        colors.overlays[overlay++ % colors.overlays.length], price,
                        {dashed: indicator.key === "EMA"}));
        }
    });
    return {panes, lines};
}
