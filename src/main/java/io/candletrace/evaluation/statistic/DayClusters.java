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
        var days = Arrays.stream(dayOf).sorted().distinct().toArray();
        var clusterOf = Arrays.stream(dayOf)
                .mapToInt(day -> Arrays.binarySearch(days, day))
                .toArray();
        var sizes = new int[days.length];
        for (var cluster : clusterOf) {
            sizes[cluster]++;
        }
        return new DayClusters(days, clusterOf, sizes);
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
