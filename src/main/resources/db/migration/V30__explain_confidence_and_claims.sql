comment on column trading_signals.confidence is
    '0 to 1, null for HOLD: the deciding analysis''s confidence, or the sum of the confidences of those who voted for the direction over the number of all voters listed; each times passed / (passed + failed) claims where the policy weakens it';
comment on column trading_signals.trend is 'as the deciding analysis sees it, or the first voter that voted for the direction';
comment on column trading_signals.llm_analysis_id is 'the deciding analysis; of a vote the first listed voter that completed';
comment on column llm_analyses.claims is
    'what the verdict says, held against the bars it was made from: kind, what, expected, found, pass (null where nothing can tell)';
comment on column signal_analyses.role is
    'decides: the deciding analysis or a voter; confirms: not against it; vetoes: turned it into HOLD; observes: had no say';
