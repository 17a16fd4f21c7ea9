package io.candletrace.evaluation.statistic;

import java.util.Arrays;

/** Which observations share a day: what happens to the market that day happens to all of them. */
final class DayClusters {
    private final long[] days;
    private final int[] clusterOf;
    private final int[] sizes;

    private DayClusters(long[] days, int[] clusterOf, int[] sizes) {
        this.days = days;
        this.clusterOf = clusterOf;
        this.sizes = sizes;
    }

    /** The clusters in ascending order of their days. */
    static DayClusters of(long[] dayOf) {
        var days = distinct(dayOf);
        var clusterOf = new int[dayOf.length];
        var cluster = 0;
        for (var i = 0; i < dayOf.length; i++) {
            // Most observations are of the day of the one before.
            cluster = days[cluster] == dayOf[i] ? cluster : Arrays.binarySearch(days, dayOf[i]);
            clusterOf[i] = cluster;
        }
        var sizes = new int[days.length];
        for (var one : clusterOf) {
            sizes[one]++;
        }
        return new DayClusters(days, clusterOf, sizes);
    }

    /** In ascending order; without a stream, which would box each of them. */
    private static long[] distinct(long[] dayOf) {
        var days = dayOf.clone();
        Arrays.sort(days);
        var count = 0;
        for (var day : days) {
            if (count == 0 || days[count - 1] != day) {
                days[count++] = day;
            }
        }
        return Arrays.copyOf(days, count);
    }

    int count() {
        return days.length;
    }

    long day(int cluster) {
        return days[cluster];
    }

    int size(int cluster) {
        return sizes[cluster];
    }

    /** One sum a cluster. */
    double[] sums(double[] values) {
        var sums = new double[days.length];
        for (var i = 0; i < values.length; i++) {
            sums[clusterOf[i]] += values[i];
        }
        return sums;
    }

    /** One mean a cluster. */
    double[] means(double[] values) {
        var means = sums(values);
        for (var cluster = 0; cluster < means.length; cluster++) {
            means[cluster] /= sizes[cluster];
        }
        return means;
    }

    /** The values apart, one array a cluster. */
    double[][] apart(double[] values) {
        var apart = new double[days.length][];
        Arrays.setAll(apart, cluster -> new double[sizes[cluster]]);
        var filled = new int[days.length];
        for (var i = 0; i < values.length; i++) {
            var cluster = clusterOf[i];
            apart[cluster][filled[cluster]++] = values[i];
        }
        return apart;
    }
}
