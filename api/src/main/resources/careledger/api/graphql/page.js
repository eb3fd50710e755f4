fetch("graphiql/questions")
  .then((response) => response.json())
  .then((questions) => {
    const element = React.createElement(GraphiQL, {
      fetcher: GraphiQL.createFetcher({ url: new URL("graphql", location.href).toString() }),
      defaultTabs: questions,
      shouldPersistHeaders: false,
    });
    ReactDOM.createRoot(document.getElementById("graphiql")).render(element);
  });
