// Asks with a client whose types are generated from /api/openapi.json. Prints what was answered, and what was refused.
import createClient from "openapi-fetch";
import type { components, paths } from "./openapi.js";

const client = createClient<paths>({ baseUrl: process.argv[2], querySerializer: { array: { style: "form", explode: false } } });
const { data, error } = await client.GET("/api/q/observations.{format}", {
  params: {
    path: { format: "json" },
    query: { indicators: ["cic_count"], areas: ["E10000018"], periods: ["2020-03-31"], columns: ["value", "areaName"] },
  },
});
if (error) throw new Error(JSON.stringify(error));
const rows = (data as { data: { observations: { rows: components["schemas"]["ObservationsRow"][] } } }).data.observations.rows;
for (const row of rows) console.log(row.areaName, row.value);

const wrong = await client.GET("/api/q/observations.{format}", {
  params: { path: { format: "json" }, query: { indicators: ["cic_cont"] } },
});
console.log(wrong.response.status, wrong.error?.errors?.length);
const release = await client.GET("/api/releases/{id}", { params: { path: { id: "current" } } });
console.log(release.response.status);
