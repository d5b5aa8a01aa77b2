// The proof that a text is the one spelling of what it holds: encode the bytes again and compare. The considerations
// about lenient decoders and about texts that identify something ask for it.

import type { CallSite } from '../../rulekit/index.ts';

const encoders = ['base64.b64encode', 'base64.standard_b64encode', 'base64.urlsafe_b64encode', 'binascii.b2a_base64'];

/** `raw = b64decode(text)` and then `if b64encode(raw) != text: raise`. */
export function isEncodedAgain(call: CallSite): boolean {
  const names = call.resultNames();
  const comparisons = call.enclosingFunction()?.comparisons() ?? [];
  return comparisons.some((comparison) =>
    [comparison.left, comparison.right].some((side) => {
      const plain = side.callTo('builtins.bytes.decode')?.receiver() ?? side;
      const encoded = plain.callTo(...encoders)?.argument('s', 0).lastName;
      return encoded !== undefined && names.includes(encoded);
    }),
  );
}
