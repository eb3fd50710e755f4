-- Grain: one row: figures with a note of what speaks against them. Input: observation.
-- Values: indicator or '', the same, area or '', the same.
select count(*)
from observation
where quality_note is not null
  and not withheld
  and (? = '' or indicator_id = ?)
  and (? = '' or area_id = ?)
