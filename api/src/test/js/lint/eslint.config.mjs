import plugin from "@graphql-eslint/eslint-plugin";

const parser = { parser: plugin.parser, parserOptions: { graphQLConfig: { schema: "./schema.graphqls", documents: "./*.graphql" } } };

export default [
  {
    files: ["**/*.graphqls"],
    languageOptions: parser,
    plugins: { "@graphql-eslint": plugin },
    rules: {
      ...plugin.configs["flat/schema-all"].rules,
      // Fields stand in the order in which people read them: what a row is, then its value, then where it comes from.
      "@graphql-eslint/alphabetize": "off",
      // One line of text needs one pair of quotes.
      "@graphql-eslint/description-style": "off",
      // What is no entity has a key, or nothing: an id would promise that it can be kept under it.
      "@graphql-eslint/strict-id-in-types": "off",
    },
  },
  {
    files: ["**/*.graphql"],
    languageOptions: parser,
    plugins: { "@graphql-eslint": plugin },
    rules: {
      ...plugin.configs["flat/operations-recommended"].rules,
      // Rows are written as tables, and a table that nobody keeps needs no ids.
      "@graphql-eslint/require-selections": "off",
    },
  },
];
