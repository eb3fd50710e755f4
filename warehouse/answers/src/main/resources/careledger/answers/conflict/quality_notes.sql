-- Grain: one figure with a note of what speaks against it; withheld ones are left out. Input: observation.
-- Values: indicator or '', the same, area or '', the same; the last claim of the page before; how many at most.
-- Columns: those of a row of figures.
select is_headline, break_before, facts
from observation
where quality_note is not null
  and not withheld
  and (? = '' or indicator_id = ?)
  and (? = '' or area_id = ?)
  and claim_id > ?
order by claim_id
limit ?
