// Edits of Python text that leave everything else as it is: comments, formatting, quotes, line ends. This layer turns
// questions about nodes ("pass this argument", "import this") into stretches of text to replace, or says why not.
//
// It never judges, never decides what should be written, and writes no file.

export * from './apply.ts';
export * from './arguments.ts';
export { inEncodingOf, textOfFile } from './file-encoding.ts';
export * from './layout.ts';
export { isNameUsed, usableName } from './names.ts';
export { isRefusal, type Refusal } from './refusal.ts';
export * from './statements.ts';
export { writtenParts } from './written-text.ts';
