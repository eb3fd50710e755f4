-- 95% limit of a share of x out of n, as a fraction, after Wilson; side is -1 (lower) or 1 (upper).
CREATE TEMP MACRO wilson(x, n, side) AS
    (2 * x + 1.959964 ^ 2 + side * 1.959964 * sqrt(1.959964 ^ 2 + 4 * x * (1 - x / n))) / (2 * (n + 1.959964 ^ 2))
