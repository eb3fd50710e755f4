-- Grain: one file that holds figures of one source, or is wholly of it. Inputs: observation, dim_extract.
select source_id, extract_id from dim_extract where source_id is not null
union
select source_id, extract_id from observation
order by source_id, extract_id
