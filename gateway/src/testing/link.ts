/** The head of every test subgraph's SDL: federation and our own directive. */
export const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@external", "@requires", "@override", "@interfaceObject", "@listSize", "@inaccessible"]
)

directive @nodeId(prefix: String!) on OBJECT
`;
