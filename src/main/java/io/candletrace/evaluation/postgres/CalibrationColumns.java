package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.calibration.CalibrationMap.Knot;
import io.candletrace.lineage.CanonicalJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The steps of a map: four arrays of one length, read as texts, written as JSON. */
final class CalibrationColumns {
    /** Four columns of a row called {@code m}. */
    static final String KNOTS = """
            array_to_string(m.stated, ' '), array_to_string(m.calibrated, ' '), array_to_string(m.step_n, ' '),
            array_to_string(m.step_hits, ' ')""";

    private CalibrationColumns() {}

    static List<Knot> read(String stated, String calibrated, String n, String hits) {
        var columns = List.of(stated.split(" "), calibrated.split(" "), n.split(" "), hits.split(" "));
        return IntStream.range(0, columns.getFirst().length)
                .mapToObj(i -> new Knot(
                        new BigDecimal(columns.get(0)[i]).stripTrailingZeros(),
                        new BigDecimal(columns.get(1)[i]).stripTrailingZeros(),
                        Integer.parseInt(columns.get(2)[i]),
                        Integer.parseInt(columns.get(3)[i])))
                .toList();
    }

    static String write(List<Knot> knots) {
        return CanonicalJson.write(knots.stream()
                .map(knot -> Map.of(
                        "stated", knot.stated(), "calibrated", knot.calibrated(), "n", knot.n(), "hits", knot.hits()))
                .toList());
    }
}
