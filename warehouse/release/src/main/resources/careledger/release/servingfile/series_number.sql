-- One row an indicator and one an area: the number by which series are found in this file. It says nothing outside it.
CREATE TABLE series_number AS
SELECT 'INDICATOR' AS kind, indicator_id AS id, row_number() OVER (ORDER BY indicator_id) AS number
FROM parquet_dim_indicator
UNION ALL
SELECT 'AREA', area_id, row_number() OVER (ORDER BY area_id)
FROM parquet_dim_area
