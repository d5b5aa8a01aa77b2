// heed's parser, eager: every function body is parsed.

import { createParser, Names } from '../../src/python/syntax/index.ts';
import { serve } from './process.ts';

const parser = createParser(new Names());

serve<Uint8Array>({
  version: 'this checkout',
  settings: 'bundled by esbuild; one parser for all files, as in a check',
  prepare: (bytes) => bytes,
  parse: (bytes) => parser.parse(bytes).nodeCount,
});
