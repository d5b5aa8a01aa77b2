// What a digest is made of and made for, as far as names tell. Several rules about hashes ask the same questions, and
// must give the same answers, so that one call is spoken about by one of them.

import type { CallSite, ValueView } from '../../rulekit/index.ts';
import { nearestName } from '../result-name.ts';
import { isPasswordName, secrecyOf, sharedPurpose, wordsOf } from '../security-words.ts';

/** Everything that a hash call, or the object it makes, is fed with. */
export function inputsOf(call: CallSite): readonly ValueView[] {
  const inputs = [call.argument(undefined, /\.(new|file_digest)$/.test(call.name) && isNamed(call) ? 1 : 0)];
  for (const use of call.uses()) {
    if (use.kind === 'call' && use.method === 'update') inputs.push(use.call.argument(undefined, 0));
  }
  return inputs.filter((input) => input.isGiven());
}

/** `sha1().digest_size` asks what a hash is like; nothing is hashed. */
export function hashesNothing(call: CallSite): boolean {
  return inputsOf(call).length === 0 && call.uses().length === 0 && !call.hasStar && !call.hasDoubleStar;
}

/** `hashlib.new("md5", data)` takes the algorithm first; `Crypto.Hash.MD5.new(data)` does not. */
function isNamed(call: CallSite): boolean {
  return /(^|\.)_?hashlib\.new$/.test(call.name);
}

/** The password that a hash is made of, by its name. */
export function passwordIn(call: CallSite): string | undefined {
  return inputsOf(call)
    .flatMap((input) => input.partNames())
    .find(isPasswordName);
}

/** The key that stands before other data in what is hashed: `sha256(secret_key + message)`. */
export function secretPrefixOf(call: CallSite): string | undefined {
  const [first, second] = inputsOf(call);
  if (first === undefined) return undefined;
  const names = first.partNames();
  const head = names[0];
  const hasMore = names.length > 1 || second !== undefined;
  return head !== undefined && hasMore && isKeyName(head) ? head : undefined;
}

function isKeyName(name: string): boolean {
  if (secrecyOf(name) !== 'secret') return false;
  const words = wordsOf(name);
  return words.includes('secret') || words.includes('pepper') || /key$/.test(words.at(-1) ?? '');
}

/** What the digest is for, by the names that it ends up under and the function that makes it. */
export function purposeOfDigest(call: CallSite) {
  return sharedPurpose(namesAround(call));
}

export function namesAround(call: CallSite): readonly string[] {
  const calls = call
    .uses()
    .flatMap((use) => (use.kind === 'call' && /^(hex)?digest$/.test(use.method) ? [use.call] : []));
  const names = [call, ...calls].flatMap((each) => nearestName(each) ?? []);
  const { functionName } = call;
  // read_certificate() may show a fingerprint; sign_request() makes a signature.
  if (functionName !== '' && !readingVerbs.has(wordsOf(functionName)[0] ?? '')) names.push(functionName);
  return names;
}

const readingVerbs = new Set(
  'read get parse load show format print describe info display fetch download import export encode decode list find'.split(
    ' ',
  ),
);
