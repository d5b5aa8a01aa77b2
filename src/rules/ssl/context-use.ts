// What becomes of a TLS context in the function that makes it: whether it serves a client or a server, and which of
// its attributes are set. Shared by the considerations about contexts, which must agree on it.

import type { CallSite, UseView, ValueView } from '../../rulekit/index.ts';

export type Side = 'client' | 'server' | 'unknown';

/** Calls that make a context. */
export const contextMakers = [
  'concept:tls-context',
  'concept:tls-context-default',
  'concept:tls-context-unverified',
] as const;

const serverCalls = [
  'asyncio.start_server',
  'asyncio.start_unix_server',
  'asyncio.AbstractEventLoop.create_server',
  'asyncio.AbstractEventLoop.create_unix_server',
  'http.server.HTTPSServer',
] as const;

const clientCalls = [
  'concept:tls-client',
  'concept:tls-client-verified',
  'concept:tls-upgrade',
  'concept:tls-verify-option',
  'concept:http-request',
  'asyncio.open_connection',
  'asyncio.open_unix_connection',
  'asyncio.AbstractEventLoop.create_connection',
] as const;

/** Which end of a connection the context speaks for; a client as soon as one use shows it. */
export function sideOf(made: CallSite): Side {
  if (isServerMade(made)) return 'server';
  let side: Side = 'unknown';
  for (const use of made.uses()) {
    const each = sideOfUse(use);
    if (each === 'client') return 'client';
    if (each === 'server') side = 'server';
  }
  return side;
}

/** Made for a server: `PROTOCOL_TLS_SERVER`, or the purpose of authenticating clients. */
export function isServerMade(made: CallSite): boolean {
  return [made.argument('protocol', 0), made.argument('purpose', 0)].some((value) =>
    value.is('ssl.PROTOCOL_TLS_SERVER', 'ssl._SSLMethod.PROTOCOL_TLS_SERVER', 'ssl.Purpose.CLIENT_AUTH'),
  );
}

/** Made for a client: verifies certificate and name unless told otherwise. */
export function isClientMade(made: CallSite): boolean {
  if (made.argument('protocol', 0).is('ssl.PROTOCOL_TLS_CLIENT', 'ssl._SSLMethod.PROTOCOL_TLS_CLIENT')) return true;
  if (made.result().callTo('concept:tls-context-default') === undefined) return false;
  const purpose = made.argument('purpose', 0);
  return purpose.isAbsent() || purpose.is('ssl.Purpose.SERVER_AUTH');
}

/** Which end of a connection one use shows. */
export function sideOfUse(use: UseView): Side {
  if (use.kind === 'call' && (use.method === 'wrap_socket' || use.method === 'wrap_bio')) {
    const serverSide = use.call.argument('server_side', use.method === 'wrap_bio' ? 2 : 1);
    if (serverSide.isAbsent() || serverSide.truth() === false) return 'client';
    return serverSide.truth() === true ? 'server' : 'unknown';
  }
  if (use.kind !== 'argument') return 'unknown';
  const result = use.call.result();
  if (result.callTo(...serverCalls) !== undefined) return 'server';
  return result.callTo(...clientCalls) !== undefined ? 'client' : 'unknown';
}

/** The values stored to an attribute of a context, in source order. */
export function storesOf(made: CallSite, attribute: string): readonly ValueView[] {
  return made.uses().flatMap((use) => (use.kind === 'store' && use.attribute === attribute ? [use.value] : []));
}

export function isUnverified(value: ValueView): boolean {
  return value.is('ssl.CERT_NONE', 'ssl.VerifyMode.CERT_NONE') || value.number() === 0;
}

export function isRequired(value: ValueView): boolean {
  return value.is('ssl.CERT_REQUIRED', 'ssl.VerifyMode.CERT_REQUIRED') || value.number() === 2;
}

const loopback = /^(https?:\/\/|wss?:\/\/)?(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)([:/]|$)/i;

/** Talks to the machine it runs on, by a constant address. */
export function isLoopback(values: readonly (ValueView | undefined)[]): boolean {
  return values.some((value) => {
    const start = value?.textParts()?.[0];
    const first = value?.items()?.[0]?.string();
    return (typeof start === 'string' && loopback.test(start)) || (first !== undefined && loopback.test(first));
  });
}
