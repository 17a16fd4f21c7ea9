package io.candletrace.chart.jfreechart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How a figure is written on the picture. The picture has one spelling on every machine, whatever its locale. */
@FunctionalInterface
interface NumberStyle {
    MathContext BRIEF = new MathContext(6);

    /** A finite value as it is written; never empty. */
    String text(double value);

    /** With exactly this many decimals and grouped thousands. */
    static NumberStyle decimals(int decimals) {
        var pattern = "%,." + decimals + "f";
        return value -> withoutNegativeZero(String.format(Locale.ROOT, pattern, value));
    }

    /** Three to five digits and a letter: {@code 90.67M}. */
    static NumberStyle compact() {
        return NumberStyle::compact;
    }

    /** As few digits as tell it, for round values on an axis: {@code 50M}, {@code 2.5}, {@code 0}. */
    static NumberStyle brief() {
        return NumberStyle::brief;
    }

    private static String brief(double value) {
        var letters = "kMBT";
        var power = Math.abs(value) < 1000 ? 0 : (int) Math.min(letters.length(), Math.log10(Math.abs(value)) / 3);
        var scaled = BigDecimal.valueOf(value).movePointLeft(3 * power).round(BRIEF);
        var digits = scaled.signum() == 0 ? "0" : scaled.stripTrailingZeros().toPlainString();
        return digits + (power == 0 ? "" : letters.charAt(power - 1));
    }

    private static String compact(double value) {
        var letters = "kMBT";
        var scaled = value;
        var power = 0;
        while (Math.abs(scaled) >= 999.995 && power < letters.length()) {
            scaled /= 1000;
            power++;
        }
        return scaled(scaled, power) + (power == 0 ? "" : letters.charAt(power - 1));
    }

    private static String scaled(double value, int power) {
        if (power == 0 && value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        var small = value != 0 && Math.abs(value) < 0.1;
        return withoutNegativeZero(String.format(Locale.ROOT, small ? "%.4f" : "%.2f", value));
    }

    private static String withoutNegativeZero(String text) {
        return text.matches("-[0.,]+") ? text.substring(1) : text;
    }
}
