// What joblib wrote compressed up to 0.9: `ZF`, the length in hexadecimal filled up with blanks, and one zlib stream
// (`read_zfile` of joblib/numpy_pickle_compat.py).

import { latin1 } from '../bytes.ts';
import { compressedReader } from '../compression/stream-reader.ts';
import { decodeZlib } from '../compression/zlib.ts';

/** `ZF` and `len(hex_str(2 ** 64))`; a Python of 64 bits wrote one blank more. */
const HEADER = 2 + 19;

export const zfile = compressedReader({
  format: 'zlib',
  sniff: (source) =>
    source.read(0, 1)[0] === 0x5a && /^ZF[\s\dA-Fa-fxXlL_+]{19}$/.test(latin1(source.read(0, HEADER)))
      ? 'certain'
      : undefined,
  decode(source, from, to, budget, sink) {
    const [next] = source.read(from + HEADER, from + HEADER + 1);
    return decodeZlib(source, from + HEADER + (next === 0x20 ? 1 : 0), to, budget, sink);
  },
  claim: (_source, draft, end) => draft.claim(0, end),
});
