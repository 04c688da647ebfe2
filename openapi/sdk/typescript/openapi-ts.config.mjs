// Settings of @hey-api/openapi-ts. `scripts/sdk typescript` gives the document and the place in the environment.
export default {
  input: process.env.SDK_DOCUMENT,
  output: { path: process.env.SDK_OUTPUT, module: { extension: '.js' } },
  logs: { level: 'warn', file: false },
  plugins: [
    { name: '@hey-api/client-fetch', throwOnError: true },
    // Each closed list is a type, and an object of constants with the same name.
    { name: '@hey-api/typescript', enums: 'javascript' },
    {
      name: '@hey-api/sdk',
      // `recourse.campaigns.createBatch(…)`: one object, a part of it for each subject, a method for each operation.
      operations: {
        strategy: (operation) => [['Operations', operation.tags[0], operation.operationId]],
        methods: 'instance',
      },
      responseStyle: 'data',
    },
  ],
};
