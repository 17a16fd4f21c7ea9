-- Figures are of a span of time; a forecast looks for the newest analyses of a prompt by a model.
create index llm_analyses_analyzed_at_idx on llm_analyses (analyzed_at);
create index llm_analyses_prompt_idx on llm_analyses (prompt_template_id, model_config, analyzed_at desc);
