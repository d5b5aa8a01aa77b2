// What cannot become a rule is refused with a reason, and the code of a new one is free.

import { expect, test } from 'vitest';
import { complaintAbout, nextCode } from '../../scripts/new-rule.ts';
import { considerations } from '../../src/rules/index.ts';

test('ids and codes that can be are taken', () => {
  expect(complaintAbout('ssl/stale-session', undefined)).toBeUndefined();
  expect(complaintAbout('ssl/stale-session', nextCode('ssl'))).toBeUndefined();
});

test('the next code is nobody else’s', () => {
  const taken = considerations.flatMap(({ code, alsoCodes }) => [code, ...(alsoCodes ?? [])]);
  expect(taken).not.toContain(nextCode('hashlib'));
  // From 51 on, codes are of rules about data.
  expect(taken).toContain('ZIP-55');
  expect(Number(nextCode('zipfile').slice(4))).toBeLessThan(51);
});

test('what cannot be is refused, and why', () => {
  expect(complaintAbout(undefined, undefined)).toContain('usage: npm run new-rule -- topic/hazard [CODE]');
  expect(complaintAbout('ssl/Stale', undefined)).toContain('is not of the form topic/hazard');
  expect(complaintAbout('shelf/stale', undefined)).toMatch(/there is no topic "shelf"; topics are base64, .*zipfile/);
  expect(complaintAbout('ssl/wrong-purpose', undefined)).toBe('there is a rule ssl/wrong-purpose already');
  expect(complaintAbout('ssl/stale', 'TLS-1')).toBe('"TLS-1" is no code of ssl: those look like SSL-01');
  const { id, code } = considerations.find((rule) => rule.id.startsWith('ssl/')) as (typeof considerations)[number];
  expect(complaintAbout('ssl/stale', code)).toBe(
    `${id} has the code ${code}; the next free one of ssl is ${nextCode('ssl')}`,
  );
});
