-- One row an extract of which what was read is not what was accepted and what was rejected, in words.
SELECT extract_id || ': ' || rows_read || ' rows read are not ' || rows_accepted || ' accepted and '
    || rows_rejected || ' rejected.' AS problem
FROM dim_extract
WHERE rows_read <> rows_accepted + rows_rejected
UNION ALL
SELECT extract_id || ': ' || cells_read || ' cells read are not ' || cells_accepted || ' accepted and '
    || cells_rejected || ' rejected.'
FROM dim_extract
WHERE cells_read <> cells_accepted + cells_rejected
UNION ALL
SELECT extract_id || ': ' || rows_rejected || ' rows were rejected and fact_rejection does not say why.'
FROM dim_extract
WHERE rows_rejected > 0 AND extract_id NOT IN (SELECT file FROM fact_rejection)
ORDER BY problem
