-- Grain: one withheld figure, in the order of series. Inputs: withheld_figure, observation. Values: indicator or '', the
-- same, area or '', the same. Columns: those of a row of figures, what it states, and why it is withheld.
select o.is_headline, o.break_before, o.facts, w.value, w.numerator, w.denominator, w.source_text, w.reason
from withheld_figure w
join observation o using (claim_id)
where (? = '' or o.indicator_id = ?)
  and (? = '' or o.area_id = ?)
order by o.indicator_id, o.area_id, o.breakdown_id, o.period_end, o.period_id, o.claim_id
