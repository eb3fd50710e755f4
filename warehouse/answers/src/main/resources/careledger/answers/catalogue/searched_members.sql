-- Grain: one dimension, or one member of it, that figures of one indicator are broken down by. Inputs: observation, dim_member, dim_dimension.
with used as (
    select indicator_id, dimension1 as dimension_id, member1 as member_id from observation where dimension1 is not null
    union
    select indicator_id, dimension2, member2 from observation where dimension2 is not null
    union
    select indicator_id, dimension3, member3 from observation where dimension3 is not null
)
select o.indicator_id, m.title from used o join dim_member m using (dimension_id, member_id)
union
select o.indicator_id, d.title from used o join dim_dimension d using (dimension_id)
union
-- "byagegroup": the word by which a phrase of the thesaurus means all measures with figures by age group.
select o.indicator_id, 'by' || replace(lower(d.title), ' ', '') from used o join dim_dimension d using (dimension_id)
order by 1, 2
