// What every layer speaks in. Imports nothing.
export * from './invariant.ts';
export * from './span.ts';
export * from './verdict.ts';
