// heed's parser when each tree is read before the next file is parsed: trees borrow the parser's memory.

import { createParser, Names, trainParser } from '../../src/python/syntax/index.ts';
import { serve } from './process.ts';

const parser = createParser(new Names());

serve<Uint8Array>({
  version: 'this checkout',
  settings: 'the same, but a tree lives only until the next file is parsed',
  prepare: (bytes) => bytes,
  warmUp: () => trainParser(parser),
  parse: (bytes) => parser.parse(bytes).nodeCount,
});
