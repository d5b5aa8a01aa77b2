// Certificates, keys and stores of keys in DER, which files hold as they are: `.der`, `.cer`, `.p12`, `.pfx`.

import type { Draft } from '../artifact.ts';
import type { Reader } from '../inspection.ts';
import type { ByteSource } from '../source.ts';
import { SEQUENCE } from './der.ts';
import { materialOf, tell } from './material.ts';

const MAX_SIZE = 1024 * 1024;

export const der: Reader = {
  format: 'der',
  sniff(source) {
    if (source.size < 16 || source.size > MAX_SIZE) return undefined;
    const head = source.read(0, 2);
    if (head[0] !== SEQUENCE || (head[1] as number) < 0x20) return undefined;
    return materialOf(source.read(0, MAX_SIZE), undefined) === undefined ? undefined : 'certain';
  },
  read(source: ByteSource, draft: Draft) {
    const bytes = source.read(0, MAX_SIZE);
    const material = materialOf(bytes, undefined);
    if (material === undefined) return;
    tell(draft, material, 0, Math.min(bytes.length, 4));
    const trailing = material.told.find(({ kind }) => kind === 'tls:trailing-data');
    draft.claim(0, bytes.length - Number(trailing?.parameters.count ?? 0));
    draft.detail('holds', material.description);
    draft.line(() => material.description);
  },
};
