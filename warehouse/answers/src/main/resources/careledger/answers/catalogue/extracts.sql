-- Grain: one delivered file. Input: dim_extract.
select extract_id, extract_id, sha256, layout, rows_read, rows_accepted, rows_rejected
from dim_extract
order by extract_id
