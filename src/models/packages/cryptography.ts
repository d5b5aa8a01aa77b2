// Cryptography outside the standard library: hashes, passwords, tokens and TLS.

import { cleaner, concept, everyCall, libraryClass, type Row, returns, twin, under } from '../model.ts';

const hazmat = 'cryptography.hazmat.primitives';

export const cryptography = (): readonly Row[] => [
  twin('Cryptodome.*', 'Crypto.*'),
  ...everyCall('weak-hash', under(`${hazmat}.hashes`, 'MD5 SHA1')),
  ...everyCall(
    'strong-hash',
    under(`${hazmat}.hashes`, 'SHA224 SHA256 SHA384 SHA512 SHA3_256 SHA3_512 BLAKE2b BLAKE2s'),
  ),
  ...everyCall(
    'weak-hash',
    [
      'Crypto.Hash.MD2.new',
      'Crypto.Hash.MD4.new',
      'Crypto.Hash.MD5.new',
      'Crypto.Hash.SHA.new',
      'Crypto.Hash.SHA1.new',
    ],
    'data',
    0,
  ),
  ...everyCall('weak-hash', ['Crypto.Hash.RIPEMD160.new'], 'data', 0),
  ...everyCall(
    'strong-hash',
    ['Crypto.Hash.SHA256.new', 'Crypto.Hash.SHA384.new', 'Crypto.Hash.SHA512.new', 'Crypto.Hash.SHA3_256.new'],
    'data',
    0,
  ),
  concept(`${hazmat}.hmac.HMAC`, 'mac-new', 'algorithm', 1),
  concept(`${hazmat}.kdf.pbkdf2.PBKDF2HMAC`, 'key-derivation'),
  concept(`${hazmat}.kdf.scrypt.Scrypt`, 'key-derivation'),
  concept('Crypto.Protocol.KDF.PBKDF2', 'key-derivation', 'password', 0),
  concept('Crypto.Protocol.KDF.scrypt', 'key-derivation', 'password', 0),
  concept(`${hazmat}.constant_time.bytes_eq`, 'constant-time-compare', 'a', 0),
  cleaner(`${hazmat}.constant_time.bytes_eq`, 'secret'),
  ...everyCall('secure-random', ['Crypto.Random.get_random_bytes', 'Crypto.Random.new', 'nacl.utils.random']),

  ...everyCall('password-hash', ['bcrypt.hashpw', 'argon2.PasswordHasher.hash', 'argon2.hash_password'], 'password', 0),
  ...everyCall(
    'password-hash',
    ['nacl.pwhash.str', 'flask_bcrypt.generate_password_hash', 'pwdlib.PasswordHash.hash'],
    'password',
    0,
  ),
  ...'argon2 bcrypt bcrypt_sha256 scrypt pbkdf2_sha256 pbkdf2_sha512 sha256_crypt sha512_crypt'
    .split(' ')
    .map((scheme) => concept(`passlib.hash.${scheme}.hash`, 'password-hash', 'secret', 0)),
  ...'md5_crypt des_crypt bsdi_crypt ldap_md5 ldap_sha1 hex_md5 hex_sha1 hex_sha256 plaintext lmhash nthash mysql323 mysql41 apr_md5_crypt'
    .split(' ')
    .map((scheme) => concept(`passlib.hash.${scheme}.hash`, 'weak-password-hash', 'secret', 0)),

  // public keys of every kind: what they verify is not always the same parameter
  ...'rsa.RSAPublicKey ec.EllipticCurvePublicKey dsa.DSAPublicKey'
    .split(' ')
    .flatMap((name) => [
      libraryClass(`${hazmat}.asymmetric.${name}`),
      concept(`${hazmat}.asymmetric.${name}.verify`, 'signature-verify', 'data', 1),
    ]),
  ...'ed25519.Ed25519PublicKey ed448.Ed448PublicKey'
    .split(' ')
    .flatMap((name) => [
      libraryClass(`${hazmat}.asymmetric.${name}`),
      concept(`${hazmat}.asymmetric.${name}.verify`, 'signature-verify', 'data', 1),
    ]),
  libraryClass(`${hazmat}.hmac.HMAC`),
  concept(`${hazmat}.hmac.HMAC.verify`, 'signature-verify'),
  libraryClass('cryptography.fernet.Fernet'),
  concept('cryptography.fernet.Fernet.decrypt', 'signature-verify', 'token', 0),
  ...everyCall('signature-verify', ['Crypto.Hash.HMAC.HMAC.verify', 'Crypto.Hash.HMAC.HMAC.hexverify']),
  libraryClass('Crypto.Hash.HMAC.HMAC'),
  returns('Crypto.Hash.HMAC.new', 'Crypto.Hash.HMAC.HMAC'),
  ...'pkcs1_15.PKCS115_SigScheme pss.PSS_SigScheme DSS.DssSigScheme'
    .split(' ')
    .flatMap((name) => [
      libraryClass(`Crypto.Signature.${name}`),
      concept(`Crypto.Signature.${name}.verify`, 'signature-verify', 'msg_hash', 0),
    ]),
  returns('Crypto.Signature.pkcs1_15.new', 'Crypto.Signature.pkcs1_15.PKCS115_SigScheme'),
  returns('Crypto.Signature.pss.new', 'Crypto.Signature.pss.PSS_SigScheme'),
  returns('Crypto.Signature.DSS.new', 'Crypto.Signature.DSS.DssSigScheme'),
  libraryClass('nacl.signing.VerifyKey'),
  concept('nacl.signing.VerifyKey.verify', 'signature-verify', 'smessage', 0),
  libraryClass('nacl.secret.SecretBox'),
  concept('nacl.secret.SecretBox.decrypt', 'signature-verify', 'ciphertext', 0),
  twin('itsdangerous.signer.Signer', 'itsdangerous.Signer'),
  twin('itsdangerous.url_safe.URLSafeTimedSerializer', 'itsdangerous.URLSafeTimedSerializer'),
  libraryClass('itsdangerous.Signer'),
  libraryClass('itsdangerous.TimestampSigner', 'itsdangerous.Signer'),
  libraryClass('itsdangerous.Serializer'),
  ...under('itsdangerous', 'URLSafeSerializer TimedSerializer URLSafeTimedSerializer').map((name) =>
    libraryClass(name, 'itsdangerous.Serializer'),
  ),
  concept('itsdangerous.Signer.unsign', 'signature-verify', 'signed_value', 0),
  concept('itsdangerous.Serializer.loads', 'signature-verify', 's', 0),
  twin('django.core.signing.TimestampSigner', 'django.core.signing.Signer'),
  libraryClass('django.core.signing.Signer'),
  concept('django.core.signing.Signer.unsign', 'signature-verify', 'signed_value', 0),
  concept('django.core.signing.loads', 'signature-verify', 's', 0),
  twin('jwt.api_jwt.decode', 'jwt.decode'),
  concept('jwt.decode', 'signature-verify', 'jwt', 0),
  twin('jose.jwt.decode', 'jwt.decode'),
  concept('rsa.verify', 'signature-verify', 'message', 0),
  libraryClass('gnupg.GPG'),
  ...everyCall('signature-verify', under('gnupg.GPG', 'verify verify_data verify_file')),

  ...everyCall('tls-context', ['OpenSSL.SSL.Context'], 'method', 0),
  concept('OpenSSL.SSL.Context.set_verify', 'tls-verify-option', 'mode', 0),
  concept('ldap.initialize', 'plaintext-client', 'uri', 0),
  concept('aiosmtplib.SMTP', 'tls-verify-option', 'validate_certs'),
];
