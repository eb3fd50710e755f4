-- Grain: one refused file, row or cell, in the order of the delivery. Input: fact_rejection.
select file, line, column_name, value, rule, reason, advice
from fact_rejection
order by file, line, column_name nulls first, rule, reason
