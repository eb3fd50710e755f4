-- Grain: one source's wording of one definition. Input: bridge_definition_source.
select definition_id, source_id, wording
from bridge_definition_source
order by definition_id, source_id
