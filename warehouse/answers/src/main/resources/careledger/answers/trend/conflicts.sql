-- Grain: one claim that differs from the one shown on a day, of the same definition, by more than half a unit in the
-- last decimal of the coarser. Input: observation. Values: the day, indicator, areas, the day.
-- Columns: the claim, the shown one, the first step of the headline rule at which the two differ.
with known as (
    select *, value_kind = 'PREVIOUSLY_REPORTED' as repeated, ?::date as day
    from observation
    where indicator_id = ?
      and area_id in (select unnest(?::varchar[]))
      and published_on <= ?::date
      and value is not null
      and value_kind not in ('TARGET', 'FORECAST')
)
select other.claim_id, shown.claim_id,
       case
           when other.repeated and not shown.repeated then 'NOT_PREVIOUSLY_REPORTED'
           when other.published_on < shown.published_on then 'LATEST_PUBLICATION'
           when other.authority <> shown.authority then 'OFFICIAL_STATISTICS'
           when other.value_kind = 'PROVISIONAL' and shown.value_kind <> 'PROVISIONAL' then 'ACTUAL_BEFORE_PROVISIONAL'
           else other.outranked_rule
       end
from known as shown
join known as other
    on other.area_id = shown.area_id
    and other.breakdown_id = shown.breakdown_id
    and other.period_id = shown.period_id
    and other.definition_id = shown.definition_id
where shown.headline_from <= shown.day
  and coalesce(shown.headline_to > shown.day, true)
  and abs(other.value - shown.value)
      > 0.5 * 10.0 ^ -least(coalesce(other.value_decimals, 0), coalesce(shown.value_decimals, 0)) + 1e-9
order by shown.claim_id, other.claim_id
