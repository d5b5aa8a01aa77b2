// heed's parser as a check uses it: eager, so that every function body is parsed, and each tree in memory of its own.
// What it does at its start to be fast early counts as parsing.

import { createParser, Names, trainParser } from '../../src/python/syntax/index.ts';
import { serve } from './process.ts';

const parser = createParser(new Names(), { detached: true });

serve<Uint8Array>({
  version: 'this checkout',
  settings: 'bundled by esbuild as the command is; one parser for all files; its training is part of the cold time',
  prepare: (bytes) => bytes,
  warmUp: () => trainParser(parser),
  parse: (bytes) => parser.parse(bytes).nodeCount,
});
