// Which functions of a project run in processes of their own, and whether those begin as copies of the one that starts
// them. Rules ask here about what processes share and what they only seem to share.

import { type CallSite, type FunctionView, isAtLeast, type SiteContext } from '../rulekit/index.ts';

const poolMethods = 'map map_async imap imap_unordered starmap starmap_async apply apply_async'
  .split(' ')
  .map((name) => `multiprocessing.pool.Pool.${name}`);
const starters = ['multiprocessing.Process', 'multiprocessing.context.Process'];
const submitters = ['concurrent.futures.Executor.submit', 'concurrent.futures.Executor.map'];

/** The call that hands the function around the site to other processes: `Process(target=f)`, `pool.map(f, items)`. */
export function workerStartOf(site: SiteContext): CallSite | undefined {
  const own = site.enclosingFunction();
  if (own === undefined) return undefined;
  return site
    .callsInProject(...starters, ...poolMethods, ...submitters)
    .find((start) => startsProcesses(start) && isSame(functionOf(start), own));
}

function functionOf(start: CallSite): FunctionView | undefined {
  const isProcess = start.names.some((name) => starters.includes(name));
  return (isProcess ? start.argument('target', 1) : start.argument(undefined, 0)).projectFunction();
}

/** Pools of threads have the same methods. */
function startsProcesses(start: CallSite): boolean {
  const receiver = start.receiver();
  if (receiver === undefined || start.names.some((name) => starters.includes(name))) return true;
  if (start.names.some((name) => submitters.includes(name))) {
    return receiver.isInstanceOf('concurrent.futures.ProcessPoolExecutor');
  }
  return !receiver.isInstanceOf('multiprocessing.pool.ThreadPool');
}

const isSame = (one: FunctionView | undefined, other: FunctionView): boolean =>
  one !== undefined && one.path === other.path && one.span.start === other.span.start;

/**
 * Whether worker processes begin as copies of the process that starts them: by what the project asks for, else by the
 * default, which on Linux is a copy before Python 3.14.
 */
export function areCopies(site: SiteContext): boolean {
  const methods = site
    .callsInProject('multiprocessing.set_start_method', 'multiprocessing.get_context')
    .flatMap((call) => call.argument('method', 0).string() ?? []);
  if (methods.includes('fork')) return true;
  return methods.length === 0 && !isAtLeast(site.target, 3, 14);
}
