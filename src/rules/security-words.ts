// What the names that people give to values and functions say about secrecy and purpose. Rules ask here when nothing
// but a name tells a session token from a dice roll. Names are split into words and read by their head, never by
// substring: `num_uncertainty` has no `cert` in it, `monkey` no `key`, and a `password_length` is no password.

/** Words that, as the head of a name, call the value a secret. */
const secretHeads = new Set(
  (
    'password passwd passphrase passcode passwort pwd secret token csrf xsrf nonce salt otp totp hotp captcha ' +
    'apikey authkey secretkey privatekey sessionid sessionkey sessid phpsessid csrftoken authtoken accesstoken ' +
    'refreshtoken apitoken jwt credential credentials pepper mnemonic'
  ).split(' '),
);

/** Heads that are secrets in some programs and something ordinary in most. */
const possibleHeads = new Set(
  'key pin iv sid state code auth session reset invite invitation coupon voucher license licence challenge verifier cookie pw'.split(
    ' ',
  ),
);

/** Words that make a secret of the possible head that they stand before: `api_key`, `oauth_state`, `reset_code`. */
const qualifiers = new Set(
  (
    'api secret private signing signature encryption decryption encrypt cipher crypto aes des fernet hmac mac master ' +
    'session auth oauth oauth2 oidc access license licence activation reset verification verify recovery invite ' +
    'invitation confirmation confirm login password security csrf xsrf symmetric shared pkce code sms coupon voucher ' +
    'gift promo redeem authentication authorization authorisation admin host bearer pin'
  ).split(' '),
);

/** Heads that such a qualifier turns into a secret although they mean nothing alone. */
const qualifiedHeads = new Set([...possibleHeads, 'id', 'identifier', 'link', 'string', 'number']);
const weakQualifiers = new Set('api shared host admin login code pin bearer mac verify confirm gift promo'.split(' '));

/** Endings that say how a value is written, not what it is. */
const neutralTails = new Set(
  'str string hex bytes byte b64 base64 encoded raw value val plain plaintext text generator gen temp new 1 2 b64e'.split(
    ' ',
  ),
);

/** Heads of names for amounts, times and places: what they name is never itself a secret. */
const quantityHeads = new Set(
  (
    'length len size count counts num amount total n i j k idx index delay sleep wait timeout timeouts jitter backoff ' +
    'interval duration retries attempts offset port x y z pos position width height prob probability weight score ' +
    'ratio rate temperature ttl age expiry expires expiration exp iat nbf start started end time timestamp date year ' +
    'min max low high limit threshold step steps epoch batch version level rank order seconds millis ms day days hour'
  ).split(' '),
);

const passwordHeads = new Set('password passwd passphrase passcode passwort pwd passwords pw pword psw'.split(' '));

/** First words of names for truth values and checks: `is_token`, `valid_token`. */
const predicates = new Set(
  'is has valid invalid should needs need can must check verify validate use uses with'.split(' '),
);

const hashedWords = new Set(
  'hash hashed hashes digest md5 sha1 sha256 encrypted crypted encoded field label'.split(' '),
);

/** Authentication schemes of protocols, which prescribe how a password or message is hashed. */
const schemeWords = new Set(
  (
    'ha1 a1 realm digestauth ntlm mysql postgres postgresql apop cram scram radius tacacs snmp hotp totp oauth oauth1 ' +
    'aws s3 boto wpa kerberos sasl websocket ssh'
  ).split(' '),
);

/** Words that say a value stands in for a real one. */
const pretenceWords = new Set(
  'fake faker dummy mock mocked example sample test tests testing demo fuzz benchmark simulate simulated simulation bogus'.split(
    ' ',
  ),
);

const securityWords = new Set(
  (
    'password passwd passphrase passcode pwd secret token csrf xsrf nonce otp totp sign signed signing signature ' +
    'signatures signer mac hmac auth authenticate authenticated authentication authorization authorisation login ' +
    'credential credentials cert certificate certificates session integrity tamper tampered license licence apikey ' +
    'authkey csrftoken authtoken sessionid unsign'
  ).split(' '),
);

const bookkeepingWords = new Set(
  (
    'cache cached caching etag dedup dedupe dedupes deduplicate deduplicated duplicate duplicates shard shards ' +
    'sharding bucket buckets partition partitions color colour avatar gravatar slug memo memoize memoized revision ' +
    'lock rev short unique filename tmp temp suffix prefix path dir directory index idx node ring consistent ' +
    'changed change mtime thumbnail bloom seed task job run uid guid row rows'
  ).split(' '),
);

/** Lower-case words of an identifier: `newAPIKey_2` gives new, api, key, 2. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([A-Za-z]{3})(\d+)$/, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/**
 * What the head of a name says: `secret` for `session_id`, `newToken`, `generate_password`; `possible` for `key` and
 * `state`; undefined for `token_count`, `password_length`, `monkey`.
 */
export function secrecyOf(name: string): 'secret' | 'possible' | undefined {
  const words = [...wordsOf(name)];
  if (words.some((word) => pretenceWords.has(word))) return undefined;
  if (predicates.has(words[0] ?? '') || isRequestToken(words)) return undefined;
  while (words.length > 1 && neutralTails.has(words.at(-1) as string)) words.pop();
  const head = words.at(-1);
  if (head === undefined) return undefined;
  if (secretHeads.has(head) || (head !== 'tokens' && secretHeads.has(head.replace(/s$/, '')))) return 'secret';
  const before = words.at(-2);
  if (before !== undefined && qualifiers.has(before) && qualifiedHeads.has(head)) {
    if (possibleHeads.has(head)) return 'secret';
    if (secretHeads.has(before) || !weakQualifiers.has(before)) return 'secret';
  }
  return possibleHeads.has(head) ? 'possible' : undefined;
}

/** `client_token`, `idempotency_token`: tells requests apart, and is no secret. */
function isRequestToken(words: readonly string[]): boolean {
  return words.at(-1) === 'token' && words.some((word) => /^(client|idempotency|idempotent|dedup)$/.test(word));
}

/** The most telling of several names, with the name that says it. */
export function mostSecret(
  names: readonly string[],
): { readonly name: string; readonly secrecy: 'secret' | 'possible' } | undefined {
  let best: { name: string; secrecy: 'secret' | 'possible' } | undefined;
  for (const name of names) {
    const secrecy = secrecyOf(name);
    if (secrecy === 'secret') return { name, secrecy };
    if (secrecy === 'possible') best ??= { name, secrecy };
  }
  return best;
}

/** Whether a name's head calls the value a password: `user_password`, `pwd`; not `password_hash`, not `hashed_password`. */
export function isPasswordName(name: string): boolean {
  const words = [...wordsOf(name)];
  if (words.some((word) => hashedWords.has(word))) return false;
  while (words.length > 1 && neutralTails.has(words.at(-1) as string)) words.pop();
  return passwordHeads.has(words.at(-1) ?? '');
}

/** The word among these names that speaks of a protocol whose authentication prescribes its hashes. */
export function schemeAmong(names: readonly string[]): string | undefined {
  return names.flatMap(wordsOf).find((word) => schemeWords.has(word));
}

/** Whether a name's head is an amount, a time or a place: `password_length`, `retry_delay`. */
export function isQuantity(name: string): boolean {
  return quantityHeads.has(wordsOf(name).at(-1) ?? '');
}

/** Whether a name says that the value stands in for a real one: `fake_token`, `dummy_password`. */
export function isPretence(name: string): boolean {
  return wordsOf(name).some((word) => pretenceWords.has(word));
}

/**
 * What a name says a digest is for: `security` for `sign_request`, `auth_hash`; `bookkeeping` for `cache_key`, `etag`,
 * also where both occur (`session_cache_key`); undefined when it says neither.
 */
export function purposeOf(name: string): 'security' | 'bookkeeping' | undefined {
  const words = wordsOf(name);
  // The fingerprint of a certificate is shown as often as it is trusted.
  if (words.some((word) => word === 'fingerprint' || word === 'thumbprint')) return undefined;
  if (secrecyOf(name) === 'secret') return 'security';
  if (words.some((word) => bookkeepingWords.has(word) || pretenceWords.has(word))) return 'bookkeeping';
  return words.some((word) => securityWords.has(word)) ? 'security' : undefined;
}

/** The first of the names that says one purpose, provided that none says the other. */
export function sharedPurpose(
  names: readonly string[],
): { readonly purpose: 'security' | 'bookkeeping'; readonly name: string } | undefined {
  let found: { purpose: 'security' | 'bookkeeping'; name: string } | undefined;
  for (const name of names) {
    const purpose = purposeOf(name);
    if (purpose === undefined) continue;
    if (found === undefined) found = { purpose, name };
    else if (found.purpose !== purpose) return undefined;
  }
  return found;
}

const safetyWords = new Set(
  'safe safer secure secured restricted restricting restrict limited strict sandboxed trusted checked'.split(' '),
);

/** Whether a name promises that what it does is safe: `SafeUnpickler`, `restricted_loads`. */
export function promisesSafety(name: string): boolean {
  return wordsOf(name.slice(name.lastIndexOf('.') + 1)).some((word) => safetyWords.has(word));
}
