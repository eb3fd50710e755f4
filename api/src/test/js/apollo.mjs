// Sends every question of questions.json with Apollo's client, its documents by their hashes, then reads each one back from
// the cache. Prints as JSON what the cache changed, and how the questions were sent.
import { readFileSync } from "node:fs";
import apollo from "@apollo/client/core/core.cjs";
import links from "@apollo/client/link/persisted-queries/persisted-queries.cjs";
import { sha256 } from "crypto-hash";
import { isDeepStrictEqual } from "node:util";

const { ApolloClient, HttpLink, InMemoryCache, gql } = apollo;
const { createPersistedQueryLink } = links;
const [address] = process.argv.slice(2);
const questions = JSON.parse(readFileSync("questions.json", "utf8"));
const sent = [];

function client() {
  const http = new HttpLink({
    uri: `${address}/graphql`,
    fetch: (target, options) => {
      const text = options.method === "GET" ? new URL(target).searchParams.get("query") : JSON.parse(options.body).query;
      sent.push({ method: options.method, document: Boolean(text) });
      return fetch(target, options);
    },
  });
  const hashes = createPersistedQueryLink({ sha256, useGETForHashedQueries: true });
  return new ApolloClient({ cache: new InMemoryCache(), link: hashes.concat(http) });
}

const first = client();
const answers = [];
for (const question of questions) {
  answers.push((await first.query({ query: gql(question), fetchPolicy: "no-cache" })).data);
}
const sentWithDocuments = sent.filter((one) => one.document).length;

sent.length = 0;
const second = client();
for (const question of questions) {
  await second.query({ query: gql(question), fetchPolicy: "network-only" });
}
const changed = [];
questions.forEach((question, i) => {
  if (!isDeepStrictEqual(second.readQuery({ query: gql(question) }), answers[i])) changed.push(question);
});
console.log(
  JSON.stringify({
    questions: questions.length,
    sentWithDocuments,
    sentByHash: sent.filter((one) => !one.document && one.method === "GET").length,
    sentAgain: sent.length,
    objects: Object.keys(second.cache.extract()).length,
    changed,
  }),
);
process.exit(0);
