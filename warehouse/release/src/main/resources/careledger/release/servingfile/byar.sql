-- 95% limit of a number of events, after Byar; side is -1 (lower) or 1 (upper).
CREATE TEMP MACRO byar(events, side) AS
    CASE
        WHEN side < 0 AND events = 0 THEN 0
        WHEN side < 0 THEN events * (1 - 1 / (9 * events) - 1.959964 / (3 * sqrt(events))) ^ 3
        ELSE (events + 1) * (1 - 1 / (9 * (events + 1)) + 1.959964 / (3 * sqrt(events + 1))) ^ 3
    END
