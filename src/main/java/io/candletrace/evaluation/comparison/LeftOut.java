package io.candletrace.evaluation.comparison;

/**
 * What is not compared, and why; each input is counted once, where the first reason is that applies.
 *
 * @param onlyA inputs that only one side was asked about
 * @param onlyB inputs that only the other was
 * @param invalid inputs that a side has only answers without a verdict to
 * @param excluded those of which an outcome cannot be judged
 * @param pending those whose horizon is not over, or whose bars are missing
 * @param apart those whose sides were judged from different bars on, because one decided when the other's entry bar had opened
 */
public record LeftOut(int onlyA, int onlyB, int invalid, int excluded, int pending, int apart) {}
