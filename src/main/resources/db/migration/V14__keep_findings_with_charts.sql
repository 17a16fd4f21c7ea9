-- What is found odd depends on the checks of the day, so it belongs to the chart and not to the bars.
alter table charts add column findings jsonb not null default '[]';
update charts set findings = snapshot.findings from bar_snapshots snapshot where snapshot.id = charts.bar_snapshot_id;
comment on column charts.findings is 'what was odd about the bars when the chart was drawn';
comment on column bar_snapshots.findings is 'what was odd when the snapshot was first stored; charts.findings has what a chart shows';
