// Hashes, keyed hashes, key derivation and checksums: hashlib, hmac, crypt, zlib and the Python 2 modules.

import { cleaner, concept, everyCall, type Row, twin, under } from '../model.ts';

/** The extension modules, where typeshed does not know that they are the same. */
const extensionTwins = (): Row[] => [
  twin('hashlib._Hash', '_hashlib.HASH'),
  twin('hashlib._VarLenHash', '_hashlib.HASHXOF'),
  twin('_hashlib.new', 'hashlib.new'),
  twin('_hashlib.pbkdf2_hmac', 'hashlib.pbkdf2_hmac'),
  twin('_hashlib.scrypt', 'hashlib.scrypt'),
  twin('_hashlib.hmac_new', 'hmac.new'),
  twin('_hashlib.hmac_digest', 'hmac.digest'),
  twin('_hashlib.compare_digest', 'hmac.compare_digest'),
  twin('_operator._compare_digest', 'hmac.compare_digest'),
  twin('operator._compare_digest', 'hmac.compare_digest'),
  twin('_md5.md5', 'hashlib.md5'),
  twin('_sha1.sha1', 'hashlib.sha1'),
  twin('_sha.new', 'hashlib.sha1'),
  twin('_sha2.sha224', 'hashlib.sha224'),
  twin('_sha2.sha256', 'hashlib.sha256'),
  twin('_sha256.sha256', 'hashlib.sha256'),
  twin('_sha512.sha512', 'hashlib.sha512'),
  twin('_blake2.blake2b', 'hashlib.blake2b'),
  twin('_blake2.blake2s', 'hashlib.blake2s'),
  twin('md5.new', 'hashlib.md5'),
  twin('md5.md5', 'hashlib.md5'),
  twin('sha.new', 'hashlib.sha1'),
  twin('sha.sha', 'hashlib.sha1'),
];

const strong = 'sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 shake_128 shake_256';

export const hashlib = (): readonly Row[] => [
  ...extensionTwins(),
  ...everyCall('weak-hash', under('hashlib', 'md5 sha1'), 'data', 0),
  ...everyCall('strong-hash', under('hashlib', strong), 'data', 0),
  ...everyCall('strong-hash', under('hashlib', 'blake2b blake2s'), 'data', 0),
  concept('hashlib.new', 'hash-new', 'name', 0),
  concept('hashlib.file_digest', 'hash-new', 'digest', 1),
  concept('hmac.new', 'mac-new', 'digestmod', 2),
  concept('hmac.HMAC', 'mac-new', 'digestmod', 2),
  concept('hmac.digest', 'mac-new', 'digest', 2),
  concept('hmac.digest', 'digest'),
  ...everyCall('digest', under('_hashlib.HASH', 'digest hexdigest')),
  ...everyCall('digest', under('_hashlib.HASHXOF', 'digest hexdigest')),
  ...everyCall('digest', under('hmac.HMAC', 'digest hexdigest')),
  ...everyCall('digest', under('hashlib.blake2b', 'digest hexdigest')),
  ...everyCall('digest', under('hashlib.blake2s', 'digest hexdigest')),
  concept('hashlib.pbkdf2_hmac', 'key-derivation', 'password', 1),
  concept('hashlib.scrypt', 'key-derivation', 'password', 0),
  ...everyCall('constant-time-compare', ['hmac.compare_digest', 'secrets.compare_digest'], 'a', 0),
  cleaner('hmac.compare_digest', 'secret'),
  cleaner('secrets.compare_digest', 'secret'),
  concept('crypt.crypt', 'weak-password-hash', 'word', 0),
  ...everyCall('name-hash-identifier', under('uuid', 'uuid3 uuid5'), 'name', 1),
  ...everyCall('checksum', under('zlib', 'crc32 adler32'), 'data', 0),
  ...everyCall('checksum', under('binascii', 'crc32 crc_hqx'), 'data', 0),
];
