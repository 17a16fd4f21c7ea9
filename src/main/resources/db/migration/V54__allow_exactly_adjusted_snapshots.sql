alter table bar_snapshots drop constraint bar_snapshots_adjustment_check;
alter table bar_snapshots add constraint bar_snapshots_adjustment_check
    check (adjustment in ('raw', 'split', 'split_exact', 'split_dividend'));
