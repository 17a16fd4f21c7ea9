package io.candletrace.study;

import io.candletrace.evaluation.scorecard.ScorecardTable;
import java.util.List;

/** Writes scorecards as they are answered. */
public interface StudyReport {
    /** The same scorecards always give the same text. */
    StudyResult write(List<ScorecardTable> tables);
}
