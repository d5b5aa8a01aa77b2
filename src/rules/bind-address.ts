// Whom an address lets in. Servers of several topics take a host in the same notation, and the same few spellings of
// "every interface" and "this machine only" decide about them all.

import type { ValueView } from '../rulekit/index.ts';

/** `everyone`: all interfaces; `this-machine`: loopback; `named`: one interface or name, whose reach is not known. */
type Reach = 'everyone' | 'this-machine' | 'named';

export function reachOf(host: string): Reach {
  const name = host.trim().toLowerCase();
  if (/^(|\*|0|0\.0\.0\.0|::|::0|0:0:0:0:0:0:0:0|\[::\])$/.test(name)) return 'everyone';
  if (/^(localhost|localhost\.localdomain|ip6-localhost|127(\.\d{1,3}){3}|::1|0:0:0:0:0:0:0:1|\[::1\])$/.test(name)) {
    return 'this-machine';
  }
  return 'named';
}

/** The reach of the host of `(host, port)` when it is known. `None` as host is every interface. */
export function reachOfAddress(address: ValueView): Reach | undefined {
  const host = address.items()?.[0];
  if (host === undefined) return undefined;
  if (host.isNone()) return 'everyone';
  const reaches = new Set<Reach>();
  for (const each of host.constants() ?? []) {
    if (typeof each !== 'string') return undefined;
    reaches.add(reachOf(each));
  }
  if (reaches.has('everyone')) return 'everyone';
  return reaches.size === 1 ? [...reaches][0] : undefined;
}
