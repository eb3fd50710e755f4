// Reads a cube with the toolkit of JSON-stat's author. Prints its class, its dimensions and its cells as a table.
import { readFileSync } from "node:fs";
import JSONstat from "jsonstat-toolkit";

const cube = JSONstat(JSON.parse(readFileSync("cube.json", "utf8")));
const table = cube.toTable({ type: "arrobj", content: "id", status: true });
console.log(
  JSON.stringify({
    class: cube.class,
    id: cube.id,
    size: cube.size,
    time: cube.role.time,
    cells: cube.n,
    rows: table.filter((row) => row.value !== null || row.status !== null),
  }),
);
