create table calibration_maps (
    id                   bigint generated always as identity primary key,
    model_config         text            not null,
    prompt_template_id   bigint          not null references prompt_templates,
    version              integer         not null check (version > 0),
    fitted_at            timestamptz     not null default clock_timestamp(),
    resolved_by          timestamptz     not null,
    first_as_of          timestamptz     not null,
    last_as_of           timestamptz     not null,
    n                    integer         not null check (n > 0),
    days                 integer         not null check (days > 0),
    stated               numeric(5, 4)[] not null,
    calibrated           numeric(5, 4)[] not null,
    step_n               integer[]       not null,
    step_hits            integer[]       not null,
    brier_stated         numeric(9, 8)   not null check (brier_stated between 0 and 1),
    brier_calibrated     numeric(9, 8)   not null check (brier_calibrated between 0 and 1),
    new_n                integer check (new_n >= 0),
    new_brier_stated     numeric(9, 8) check (new_brier_stated between 0 and 1),
    new_brier_calibrated numeric(9, 8) check (new_brier_calibrated between 0 and 1),
    unique (model_config, prompt_template_id, version),
    check (cardinality(stated) > 0),
    check (cardinality(stated) = cardinality(calibrated)),
    check (cardinality(stated) = cardinality(step_n) and cardinality(stated) = cardinality(step_hits)),
    check ((version = 1) = (new_n is null)),
    check ((coalesce(new_n, 0) = 0) = (new_brier_stated is null)),
    check ((new_brier_stated is null) = (new_brier_calibrated is null))
);

alter table llm_analyses
    add column confidence_calibrated numeric(5, 4) check (confidence_calibrated between 0 and 1),
    add column calibration_map_id    bigint references calibration_maps,
    add constraint llm_analyses_calibration_check check ((confidence_calibrated is null) = (calibration_map_id is null));

alter table trading_signals
    add column confidence_calibrated numeric(5, 4) check (confidence_calibrated between 0 and 1),
    add column calibration_map_id    bigint references calibration_maps,
    add constraint trading_signals_calibration_check check ((confidence_calibrated is null) = (calibration_map_id is null));

-- What the step holds that a confidence is on; below the first step, the first.
create function step_at(confidence numeric, stated numeric[], calibrated numeric[]) returns numeric language sql immutable as $$
    select calibrated[greatest(1, width_bucket(confidence, stated))]
$$;

create function calibrated_by(map bigint, confidence numeric) returns numeric language sql stable as $$
    select step_at(confidence, m.stated, m.calibrated) from calibration_maps m where m.id = map
$$;

-- A vote adds confidences up and failed claims weaken one: what comes of that is no probability that anybody stated.
create function states_probability(analysis bigint, strategy_version bigint, signal_type text, confidence numeric)
    returns boolean language sql stable as $$
    select exists (
        select from llm_analyses a, strategy_versions v
        where a.id = analysis and v.id = strategy_version and a.provider <> 'rules' and v.signal_policy -> 'vote' is null
            and a.recommendation = signal_type and a.confidence_score = confidence)
$$;

-- In the insert itself, so that no writer can forget it; what is decided does not depend on it.
create function calibrate_inserted_analysis() returns trigger language plpgsql as $$
begin
    new.confidence_calibrated := null;
    new.calibration_map_id := null;
    if new.confidence_score is not null and new.provider <> 'rules' and new.recommendation in ('BUY', 'SELL') then
        -- Both: what was fitted later was not there, and what it was fitted on may not lie in the future of a backfill.
        select m.id, step_at(new.confidence_score, m.stated, m.calibrated) into new.calibration_map_id, new.confidence_calibrated
        from calibration_maps m
        where m.model_config = new.model_config and m.prompt_template_id = new.prompt_template_id
            and m.fitted_at < new.decided_at and m.resolved_by <= new.as_of
        order by m.version desc limit 1;
    end if;
    return new;
end
$$;

create function calibrate_inserted_signal() returns trigger language plpgsql as $$
begin
    new.confidence_calibrated := null;
    new.calibration_map_id := null;
    if states_probability(new.llm_analysis_id, new.strategy_version_id, new.signal_type, new.confidence) then
        select a.calibration_map_id, a.confidence_calibrated into new.calibration_map_id, new.confidence_calibrated
        from llm_analyses a where a.id = new.llm_analysis_id;
    end if;
    return new;
end
$$;

create trigger llm_analyses_calibrated before insert on llm_analyses
    for each row execute function calibrate_inserted_analysis();
create trigger trading_signals_calibrated before insert on trading_signals
    for each row execute function calibrate_inserted_signal();

comment on table calibration_maps is
    'What stated confidences of a model with a version of a prompt were worth: how often they came true, never falling as they rise (isotonic regression), by the outcomes that were known when it was fitted. Insert-only.';
comment on column calibration_maps.model_config is 'our name for endpoint, model and parameters';
comment on column calibration_maps.version is 'ascending by model_config and prompt_template_id, from 1';
comment on column calibration_maps.fitted_at is 'only decisions that were made later carry it';
comment on column calibration_maps.resolved_by is
    'when the last exit bar closed of all outcomes it was fitted on: only decisions whose as_of is not earlier carry it';
comment on column calibration_maps.first_as_of is 'of the earliest decision that it was fitted on';
comment on column calibration_maps.last_as_of is 'of the latest decision that it was fitted on';
comment on column calibration_maps.n is 'how many outcomes it was fitted on';
comment on column calibration_maps.days is 'how many days, in UTC, their decisions lie on';
comment on column calibration_maps.stated is 'confidence from which each step holds, ascending; below the first, the first holds';
comment on column calibration_maps.calibrated is 'what each step maps to: step_hits over step_n';
comment on column calibration_maps.step_n is 'how many outcomes each step rests on';
comment on column calibration_maps.step_hits is 'how many of them came true';
comment on column calibration_maps.brier_stated is 'mean squared error of what was stated, over the rows that it was fitted on';
comment on column calibration_maps.brier_calibrated is 'the same of what this map makes of it: in sample';
comment on column calibration_maps.new_n is
    'of the rows that it was fitted on, those whose exit bar closed after resolved_by of the version before; null for the first';
comment on column calibration_maps.new_brier_stated is 'mean squared error of what was stated, over the new rows';
comment on column calibration_maps.new_brier_calibrated is 'the same of what the version before made of it: out of sample';
comment on column llm_analyses.confidence_calibrated is
    'what the map makes of confidence_score; null when there was no map that could be used. Written with the row, never later';
comment on column llm_analyses.calibration_map_id is 'the newest map whose outcomes were all known as of the decision';
comment on column trading_signals.confidence_calibrated is
    'of the deciding analysis, where confidence is what that stated; null for votes, weakened confidences and without a map. Evidence only: no decision reads it';
comment on column trading_signals.calibration_map_id is 'of the deciding analysis';
