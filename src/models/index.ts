// What libraries mean: data only. This layer never looks at code; it answers questions about canonical names.
export * from './concepts.ts';
export * from './library.ts';
export * from './model.ts';
