-- Grain: one revision, newest first: a headline and the one that took its place under the same definition, where their
-- values differ by more than the rounding of the coarser print. One row without claims where the page has none.
-- Input: observation.
-- Values: indicator or '', the same; first day; the last revision of the page before (day, the same, indicator, area,
-- breakdown, last day of the period, later claim); how many at most.
-- Columns: how many on all pages, how many successions of the same figure, day of the revision, earlier claim and the
-- decimals that it is printed with, later claim and the same.
with headline as (
    select *,
           case when value_kind in ('TARGET', 'FORECAST') then value_kind else 'FIGURE' end as kind_of_value,
           cast(value as decimal(18, 6)) as exact,
           coalesce(value_decimals, decimals) as printed
    from observation
    where headline_from is not null
      and (? = '' or indicator_id = ?)
),
succession as (
    select later.headline_from as revised_on, later.indicator_id, later.area_id, later.breakdown_id, later.period_end,
           earlier.claim_id as earlier_id, later.claim_id as later_id,
           earlier.printed as earlier_printed, later.printed as later_printed,
           abs(later.exact - earlier.exact) > 0.5 / 10 ^ least(earlier.printed, later.printed) as revised
    from headline earlier
    join headline later
      on later.indicator_id = earlier.indicator_id
     and later.area_id = earlier.area_id
     and later.period_id = earlier.period_id
     and later.breakdown_id = earlier.breakdown_id
     and later.kind_of_value = earlier.kind_of_value
     and later.headline_from = earlier.headline_to
     and later.definition_id = earlier.definition_id
    where later.headline_from >= cast(? as date)
      and earlier.exact is not null
      and later.exact is not null
),
revision as (
    select *
    from succession
    where revised
),
page as (
    select *
    from revision
    where revised_on < cast(? as date)
       or (revised_on = cast(? as date)
           and (indicator_id, area_id, breakdown_id, period_end, later_id) > (?, ?, ?, cast(? as date), ?))
    order by revised_on desc, indicator_id, area_id, breakdown_id, period_end, later_id
    limit ?
)
select (select count(*) from revision), (select count(*) from succession where not revised), revised_on, earlier_id,
       greatest(earlier_printed, 0) as earlier_printed, later_id, greatest(later_printed, 0) as later_printed
from (select 1) one
left join page on true
order by revised_on desc, indicator_id, area_id, breakdown_id, period_end, later_id
