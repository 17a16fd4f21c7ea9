drop table token_counts;
