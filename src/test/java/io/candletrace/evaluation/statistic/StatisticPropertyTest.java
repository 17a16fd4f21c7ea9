package io.candletrace.evaluation.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candletrace.evaluation.statistic.IsotonicRegression.Breakpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** Any observations, many of them alike: of few days, few confidences, and returns up to the absurd. */
class StatisticPropertyTest {
    private static final double ROUNDING = 1e-9;

    /** What is known of one signal. */
    record Observation(double confidence, boolean hit, double value, long day) {}

    @Property(tries = 300)
    void isTheSame_whateverTheOrder(@ForAll("ordinary") List<Observation> observations, @ForAll long seed) {
        // Given
        var shuffled = new ArrayList<>(observations);
        Collections.shuffle(shuffled, new Random(seed));

        // When
        var one = figures(observations);
        var other = figures(shuffled);

        // Then
        for (var i = 0; i < one.size(); i++) {
            assertThat(other.get(i).isPresent()).isEqualTo(one.get(i).isPresent());
            assertThat(other.get(i).orElse(0)).isCloseTo(one.get(i).orElse(0), within(ROUNDING));
        }
    }

    @Property(tries = 500)
    void isFinite_orAbsent(@ForAll("absurd") List<Observation> observations) {
        // When
        var figures = Stream.concat(figures(observations).stream(), inOrder(observations));

        // Then
        assertThat(figures.flatMapToDouble(OptionalDouble::stream).boxed())
                .allSatisfy(figure -> assertThat(figure).isFinite());
    }

    @Property(tries = 300)
    void scoresBetweenNothingAndOne(@ForAll("ordinary") List<Observation> observations) {
        // When
        var forecasts = forecasts(observations);

        // Then
        assertThat(Stream.of(
                                forecasts.brier(),
                                forecasts.auc(),
                                forecasts.byWidth(10).expectedError(),
                                forecasts.byWidth(10).maximumError(),
                                forecasts.byMass(10).expectedError())
                        .flatMapToDouble(OptionalDouble::stream)
                        .boxed())
                .allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
        assertThat(forecasts.byWidth(10).count()).isEqualTo(observations.size());
        assertThat(forecasts.byMass(10).count()).isEqualTo(observations.size());
    }

    @Property(tries = 300)
    void correctsNoTestToBelowItsPValue(@ForAll @Size(max = 60) List<@DoubleRange(max = 1) Double> tests) {
        // When
        var qValues = BenjaminiHochberg.qValues(
                tests.stream().mapToDouble(Double::doubleValue).toArray());

        // Then
        for (var i = 0; i < qValues.length; i++) {
            assertThat(qValues[i]).isBetween(tests.get(i), 1.0);
        }
    }

    @Property(tries = 300)
    void fitsAMapThatNeverFalls(@ForAll("ordinary") List<Observation> observations) {
        // When
        var fit = IsotonicRegression.fit(confidences(observations), hits(observations));

        // Then
        assertThat(fit.isPresent()).isEqualTo(!observations.isEmpty());
        fit.ifPresent(map -> assertThat(map.breakpoints())
                .extracting(Breakpoint::rate)
                .isSorted()
                .allSatisfy(rate -> assertThat(rate).isBetween(0.0, 1.0)));
    }

    /** Isotonic regression keeps the mean, and no monotone map, the confidence itself included, is nearer to what came. */
    @Property(tries = 300)
    void fitsNoWorseThanTheConfidenceItself(@ForAll("ordinary") List<Observation> observations) {
        // Given
        var confidences = confidences(observations);

        // When
        var fitted = IsotonicRegression.fit(confidences, hits(observations))
                .map(map -> Arrays.stream(confidences).map(map::apply).toArray())
                .map(mapped -> Forecasts.of(mapped, hits(observations)));

        // Then
        fitted.ifPresent(after -> assertThat(after.brier().orElseThrow())
                .isLessThanOrEqualTo(forecasts(observations).brier().orElseThrow() + ROUNDING));
    }

    @Example
    void isCheap_evenOf200000() {
        // Given
        var random = new Random(5);
        var observations = Stream.generate(() -> new Observation(
                        random.nextDouble(), random.nextBoolean(), random.nextGaussian(), random.nextLong(2_500)))
                .limit(200_000)
                .toList();

        // When
        var began = System.nanoTime();
        var figures = figures(observations);
        var took = Duration.ofNanos(System.nanoTime() - began);

        // Then
        assertThat(figures).allMatch(OptionalDouble::isPresent);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }

    @Provide
    Arbitrary<List<Observation>> ordinary() {
        return observations(Arbitraries.integers().between(-40, 40).map(value -> value / 64.0));
    }

    @Provide
    Arbitrary<List<Observation>> absurd() {
        return observations(Arbitraries.oneOf(
                Arbitraries.of(0.0, -0.0, 0.1, -1.0, -3.0, 1e-300, Double.MIN_VALUE, 1e154),
                Arbitraries.of(Double.MAX_VALUE, -Double.MAX_VALUE, 1e300),
                Arbitraries.doubles()));
    }

    private static Arbitrary<List<Observation>> observations(Arbitrary<Double> values) {
        return Combinators.combine(
                        Arbitraries.of(0.0, -0.0, 0.5, 0.55, 0.6, 0.7, 0.7, 0.85, 1.0),
                        Arbitraries.of(true, false),
                        values,
                        Arbitraries.longs().between(20_000, 20_006))
                .as(Observation::new)
                .list()
                .ofMaxSize(40);
    }

    /** Those that take observations in any order. */
    private static List<OptionalDouble> figures(List<Observation> observations) {
        var days = observations.stream().mapToLong(Observation::day).toArray();
        var values = values(observations);
        var forecasts = forecasts(observations);
        var coefficient = InformationCoefficient.across(Correlation.SPEARMAN, days, confidences(observations), values);
        var mean = ClusteredMean.of(values, days);
        var rate = ClusteredMean.of(hits(observations), days);
        var bootstrap = PairedBootstrap.of(values, confidences(observations), days, 50, 3);
        return List.of(
                forecasts.hits().pValue(0.4),
                forecasts.brier(),
                forecasts.brierSkill(),
                forecasts.logLoss(),
                forecasts.auc(),
                forecasts.pointBiserial(),
                forecasts.byWidth(7).expectedError(),
                forecasts.byMass(4).expectedError(),
                forecasts.byMass(4).maximumError(),
                Correlation.PEARSON.between(confidences(observations), values),
                coefficient.mean(),
                coefficient.ratio(),
                coefficient.t(),
                Sample.of(values).mean(),
                Sample.of(values).median(),
                Sample.of(values).t(),
                Sample.dailyMeans(values, days).t(2),
                figure(mean.map(ClusteredMean::mean)),
                figure(mean.flatMap(ClusteredMean::interval).map(Interval::low)),
                figure(rate.flatMap(ClusteredMean::interval).map(Interval::high)),
                figure(bootstrap.map(PairedBootstrap::difference)),
                figure(bootstrap.map(found -> found.interval().high())));
    }

    /** Those that take them oldest first. */
    private static Stream<OptionalDouble> inOrder(List<Observation> observations) {
        var curve = EquityCurve.of(values(observations), 252);
        var points = curve.points().stream().flatMap(point -> Stream.of(point.equity(), point.drawdown()));
        return Stream.concat(
                points.map(OptionalDouble::of),
                Stream.of(
                        curve.sharpe(),
                        curve.sortino(0.001),
                        curve.annualReturn(),
                        curve.annualVolatility(),
                        curve.calmar(),
                        Sample.of(values(observations)).t(5)));
    }

    private static OptionalDouble figure(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static Forecasts forecasts(List<Observation> observations) {
        return Forecasts.of(confidences(observations), hits(observations));
    }

    private static double[] confidences(List<Observation> observations) {
        return observations.stream().mapToDouble(Observation::confidence).toArray();
    }

    private static double[] values(List<Observation> observations) {
        return observations.stream().mapToDouble(Observation::value).toArray();
    }

    private static boolean[] hits(List<Observation> observations) {
        var hits = new boolean[observations.size()];
        for (var i = 0; i < hits.length; i++) {
            hits[i] = observations.get(i).hit();
        }
        return hits;
    }
}
