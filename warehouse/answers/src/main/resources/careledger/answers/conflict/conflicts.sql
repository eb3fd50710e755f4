-- Grain: one claim of a conflict, the shown one and those that differ from it. Input: observation.
-- Values: indicator or '', the same, area or '', the same; the last shown claim of the page before (indicator, area,
-- last day, breakdown, claim); how many conflicts at most. Columns: the shown claim, why this one is not shown, and
-- those of a row of figures.
with shown as (
    select indicator_id, area_id, period_end, breakdown_id, claim_id
    from observation
    where claim_id in (select conflicts_with from observation)
      and (? = '' or indicator_id = ?)
      and (? = '' or area_id = ?)
      and (indicator_id, area_id, period_end, breakdown_id, claim_id) > (?, ?, cast(? as date), ?, ?)
    order by indicator_id, area_id, period_end, breakdown_id, claim_id
    limit ?
),
figures as (
    select shown.claim_id as shown_id, o.* from shown join observation o on o.claim_id = shown.claim_id
    union all
    select shown.claim_id as shown_id, o.* from shown join observation o on o.conflicts_with = shown.claim_id
)
select o.shown_id, case when o.conflicts_with is not null then o.outranked_rule end,
       o.is_headline, o.break_before, o.facts
from figures o
join shown on shown.claim_id = o.shown_id
order by shown.indicator_id, shown.area_id, shown.period_end, shown.breakdown_id, shown.claim_id, o.claim_id
