// Who is at the other end of a connection between processes: the program itself, someone who proved to know a key, or
// anyone. Rules about receiving ask it of the object that they receive from.

import type { CallSite, ValueView } from '../../rulekit/index.ts';
import { reachOfAddress } from '../bind-address.ts';

type Peer =
  | { readonly kind: 'pipe' }
  | { readonly kind: 'authenticated' }
  /** `accepts`: the connection came in; otherwise it was made by this program. `isLocal`: from this machine only. */
  | { readonly kind: 'anyone'; readonly accepts: boolean; readonly isLocal: boolean; readonly maker: CallSite }
  | { readonly kind: 'unknown' };

const pipes = ['multiprocessing.Pipe', 'multiprocessing.connection.Pipe', 'multiprocessing.context.BaseContext.Pipe'];

export function peerOf(connection: ValueView): Peer {
  if (connection.isDerivedFrom(...pipes)) return { kind: 'pipe' };
  const accepted = connection.callTo('multiprocessing.connection.Listener.accept');
  const listener = accepted?.receiver()?.callTo('multiprocessing.connection.Listener');
  if (listener !== undefined) return peerBehind(listener, true);
  const client = connection.callTo('multiprocessing.connection.Client');
  return client === undefined ? { kind: 'unknown' } : peerBehind(client, false);
}

function peerBehind(maker: CallSite, accepts: boolean): Peer {
  const key = maker.argument('authkey', accepts ? 3 : 2);
  const address = maker.argument('address', 0);
  const isLocal =
    reachOfAddress(address) === 'this-machine' || address.string() !== undefined || (accepts && address.isAbsent());
  if (key.isAbsent() || key.isNone()) return { kind: 'anyone', accepts, isLocal, maker };
  const constants = key.constants();
  if (constants?.some((each) => (each as { length?: number } | null)?.length === 0)) {
    return { kind: 'anyone', accepts, isLocal, maker };
  }
  return key.isGiven() ? { kind: 'authenticated' } : { kind: 'unknown' };
}
