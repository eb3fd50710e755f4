-- One row an extract whose claims are not as many as were counted when it was read, in words.
SELECT
    coalesce(extract.extract_id, served.extract_id) || ' has ' || coalesce(served.claims, 0)
        || ' claims; ' || coalesce(extract.claims, 0) || ' were counted when it was read.' AS problem
FROM dim_extract AS extract
FULL JOIN (SELECT extract_id, count(*) AS claims FROM observation GROUP BY extract_id) AS served
    ON served.extract_id = extract.extract_id
WHERE coalesce(extract.claims, 0) <> coalesce(served.claims, 0)
ORDER BY problem
