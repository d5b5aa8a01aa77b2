// DER and PEM in listings: `sequence`, `integer 65537`, `integer` with bytes below it, `object 1.2.840.113549.1.1.1`,
// `octets`, `bits`, `tagged 3`, `utf8 "a"`, `time 20300101000000Z`, `true`, `null`, and `pem CERTIFICATE` around it all.
// `prime 1024` stands for a number of so many bits, which is no prime.

import type { Builders } from './index.ts';

function element(tag: number, content: Uint8Array): Buffer {
  const { length } = content;
  const size: number[] = [];
  for (let left = length; left > 0; left >>= 8) size.unshift(left & 255);
  return Buffer.concat([Buffer.from(length < 128 ? [tag, length] : [tag, 0x80 + size.length, ...size]), content]);
}

function integer(value: number): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, 'hex');
  return (bytes[0] as number) < 128 ? bytes : Buffer.concat([Buffer.from([0]), bytes]);
}

function objectName(name: string): Buffer {
  const [first = 0, second = 0, ...rest] = name.split('.').map(Number);
  return Buffer.from(
    [first * 40 + second, ...rest].flatMap((part) => {
      const bytes = [part & 127];
      for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
        bytes.unshift((left & 127) | 128);
      return bytes;
    }),
  );
}

export const tlsBuilders: Builders = {
  sequence: ({ children }, build) => element(0x30, build(children)),
  integer: ({ rest, children }, build) => element(2, rest === '' ? build(children) : integer(Number(rest))),
  prime: ({ rest }) => {
    const bytes = Buffer.alloc(Number(rest) / 8, 0xa5);
    return element(2, Buffer.concat([Buffer.from([0]), bytes]));
  },
  object: ({ rest }) => element(6, objectName(rest)),
  octets: ({ children }, build) => element(4, build(children)),
  bits: ({ children }, build) => element(3, Buffer.concat([Buffer.from([0]), build(children)])),
  tagged: ({ rest, children }, build) => element(0xa0 + Number(rest), build(children)),
  implicit: ({ rest, children }, build) => element(0x80 + Number(rest), build(children)),
  utf8: ({ rest }) => element(12, Buffer.from(JSON.parse(rest) as string, 'utf8')),
  time: ({ rest }) => element(rest.length > 13 ? 24 : 23, Buffer.from(rest, 'latin1')),
  true: () => element(1, Buffer.from([255])),
  null: () => element(5, Buffer.alloc(0)),
  pem: ({ rest, children }, build) => {
    const lines = (
      Buffer.from(build(children))
        .toString('base64')
        .match(/.{1,64}/g) ?? []
    ).join('\n');
    return Buffer.from(`-----BEGIN ${rest}-----\n${lines}\n-----END ${rest}-----\n`);
  },
  // what certificates have in common: `certificate rsa 1024`, with the signature's object and extensions below it
  certificate: ({ rest, children }, build) => {
    const [bits = '2048', exponent = '65537', issuer = 'An authority'] = rest.split(', ');
    const signature = element(0x30, Buffer.concat([build(children.filter(({ word }) => word === 'object'))]));
    const extensions = build(children.filter(({ word }) => word === 'sequence'));
    const name = (text: string) =>
      element(
        0x30,
        element(
          0x31,
          element(0x30, Buffer.concat([element(6, objectName('2.5.4.3')), element(12, Buffer.from(text))])),
        ),
      );
    const modulus = element(2, Buffer.concat([Buffer.from([0]), Buffer.alloc(Number(bits) / 8, 0xa5)]));
    const numbers = element(0x30, Buffer.concat([modulus, element(2, integer(Number(exponent)))]));
    const key = element(
      0x30,
      Buffer.concat([
        element(0x30, Buffer.concat([element(6, objectName('1.2.840.113549.1.1.1')), element(5, Buffer.alloc(0))])),
        element(3, Buffer.concat([Buffer.from([0]), numbers])),
      ]),
    );
    const times = [element(23, Buffer.from('240101000000Z')), element(23, Buffer.from('340101000000Z'))];
    const body = element(
      0x30,
      Buffer.concat([
        element(0xa0, element(2, integer(2))),
        element(2, integer(1)),
        signature,
        name(issuer),
        element(0x30, Buffer.concat(times)),
        name('A server'),
        key,
        ...(extensions.length === 0 ? [] : [element(0xa3, element(0x30, extensions))]),
      ]),
    );
    return element(0x30, Buffer.concat([body, signature, element(3, Buffer.alloc(33))]));
  },
};
