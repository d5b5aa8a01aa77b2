// Configurations of OpenSSL (config(5ossl), SSL_CONF_cmd(3ssl)): what they let connections of every program do that starts
// with them, Python's among these.

import { Buffer } from 'node:buffer';
import type { Draft, Weight } from '../artifact.ts';
import type { Inspection, Reader } from '../inspection.ts';
import type { ByteSource } from '../source.ts';

const MAX_SIZE = 1024 * 1024;
const commands = /^[ \t]*(MinProtocol|MaxProtocol|Protocol|CipherString|Options|dynamic_path|module)[ \t]*=/im;
const marks =
  /^[ \t]*(openssl_conf|\.include|config_diagnostics|ssl_conf)[ \t=]|^\[[ \t]*[\w-]*(ssl|openssl|provider|engine|system_default)[\w-]*[ \t]*\]/im;

export const openSslSettings: Reader = {
  format: 'openssl-settings',
  sniff(source, name) {
    if (source.size > MAX_SIZE || source.size < 8) return undefined;
    const isNamed = /(openssl|ssl)[\w.-]*\.(cnf|conf)$/i.test(name);
    if (!isNamed && !/\.(cnf|conf|cfg)$/i.test(name)) return undefined;
    const text = textOf(source);
    return !text.includes('\0') && commands.test(text) && marks.test(text) ? 'certain' : undefined;
  },
  read(source: ByteSource, draft: Draft, { budget }: Inspection) {
    let at = 0;
    for (const line of textOf(source).split('\n')) {
      budget.spend();
      const [, name = '', value = ''] = /^[ \t]*(?:\d+\.)?([\w.]+)[ \t]*=[ \t]*([^#\r]*)/.exec(line) ?? [];
      const told = concernOf(name.toLowerCase(), value.trim());
      if (told !== undefined) {
        const [kind, weight] = told;
        draft.concern(`tls:${kind}`, weight, { start: at, end: at + line.length }, { name, value: value.trim() });
      }
      at += line.length + 1;
    }
    draft.claim(0, source.size);
  },
};

function concernOf(name: string, value: string): readonly [kind: string, weight: Weight] | undefined {
  switch (name) {
    case 'minprotocol':
      return /^(none|sslv3|tlsv1|tlsv1\.1|dtlsv1)$/i.test(value) ? ['old-protocol', 'dangerous'] : undefined;
    case 'maxprotocol':
      return /^(sslv3|tlsv1|tlsv1\.1|dtlsv1)$/i.test(value) ? ['old-protocol', 'dangerous'] : undefined;
    case 'protocol':
      return /(^|,)\s*\+?(all|sslv2|sslv3|tlsv1|tlsv1\.1)\s*(,|$)/i.test(value)
        ? ['old-protocol', 'dangerous']
        : undefined;
    case 'cipherstring':
      if (hasWeakCiphers(value)) return ['weak-ciphers', 'dangerous'];
      // the level of OpenSSL before 3.2: 80 bits
      return /@SECLEVEL=1\b/i.test(value) ? ['weak-ciphers', 'unknown'] : undefined;
    case 'options':
      return /\bUnsafeLegacy(Renegotiation|ServerConnect)\b/i.test(value) && !/-UnsafeLegacy/i.test(value)
        ? ['unsafe-option', 'dangerous']
        : undefined;
    case 'dynamic_path':
    case 'module':
      return ['loads-library', 'unknown'];
    default:
      return undefined;
  }
}

/** Suites that are let in, and not taken out again: `ALL:!aNULL` keeps none of the ones that nobody signs. */
function hasWeakCiphers(value: string): boolean {
  if (/@SECLEVEL=0\b/i.test(value)) return true;
  const words = value.split(/[:, ]+/);
  const isOut = (word: string) => words.some((each) => each === `!${word}` || each === `-${word}`);
  return words.some(
    (word) =>
      /^(\+?)(aNULL|eNULL|NULL|EXPORT|EXP|LOW|RC4|DES|3DES|MD5|ADH|AECDH|COMPLEMENTOFALL)([+-].*)?$/.test(word) &&
      !isOut(word),
  );
}

function textOf(source: ByteSource): string {
  const bytes = source.read(0, MAX_SIZE);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
