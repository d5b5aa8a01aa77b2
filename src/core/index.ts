// What every layer speaks in. Imports nothing.
export * from './explanation.ts';
export * from './fix.ts';
export * from './invariant.ts';
export * from './opened-file.ts';
export * from './span.ts';
export * from './verdict.ts';
