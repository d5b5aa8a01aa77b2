// What a name comes to that a logging configuration has called: a class of logging itself, one that is known to format or
// send records and nothing else, something that is shown to do harm, or a name of which nothing is known.

import { isStandardModule } from '../../models/index.ts';
import { gadgetOf } from '../pickle/gadgets.ts';

export const stockHandlers: ReadonlySet<string> = new Set([
  ...'Handler StreamHandler FileHandler NullHandler'.split(' ').map((name) => `logging.${name}`),
  ...(
    'BaseRotatingHandler RotatingFileHandler TimedRotatingFileHandler WatchedFileHandler SocketHandler DatagramHandler ' +
    'SysLogHandler SMTPHandler NTEventLogHandler HTTPHandler BufferingHandler MemoryHandler QueueHandler'
  )
    .split(' ')
    .map((name) => `logging.handlers.${name}`),
]);

export const logLevels: ReadonlySet<string> = new Set('NOTSET DEBUG INFO WARN WARNING ERROR CRITICAL FATAL'.split(' '));

/** Called with any arguments, these make an object that formats, filters, queues or sends records. */
const others: ReadonlySet<string> = new Set(
  `logging.Formatter logging.BufferingFormatter logging.Filter logging.handlers.QueueListener
  queue.Queue queue.SimpleQueue queue.LifoQueue queue.PriorityQueue
  multiprocessing.Queue multiprocessing.JoinableQueue multiprocessing.SimpleQueue
  colorlog.ColoredFormatter colorlog.StreamHandler colorlog.TTYColoredFormatter
  pythonjsonlogger.jsonlogger.JsonFormatter pythonjsonlogger.json.JsonFormatter
  rich.logging.RichHandler structlog.stdlib.ProcessorFormatter
  uvicorn.logging.DefaultFormatter uvicorn.logging.AccessFormatter uvicorn.logging.ColourizedFormatter
  django.utils.log.AdminEmailHandler django.utils.log.RequireDebugFalse django.utils.log.RequireDebugTrue
  django.utils.log.ServerFormatter
  celery.app.log.TaskFormatter celery.utils.log.ColorFormatter
  concurrent_log_handler.ConcurrentRotatingFileHandler concurrent_log_handler.ConcurrentTimedRotatingFileHandler
  cloghandler.ConcurrentRotatingFileHandler`.split(/\s+/),
);

/** What sys.stdout and its like are: looked up, never called. */
export const harmlessReferences: ReadonlySet<string> = new Set(['sys.stdout', 'sys.stderr', 'sys.stdin']);

export type Callable =
  | { readonly kind: 'harmless' | 'unknown' }
  /** `does`: for a message, `runs code or commands` */
  | { readonly kind: 'harmful'; readonly does: string };

/** `dotted` is a name as an import gives it: `logging.handlers.SocketHandler`. */
export function callableOf(dotted: string, trusted: ReadonlySet<string> = new Set()): Callable {
  if (stockHandlers.has(dotted) || others.has(dotted) || trusted.has(dotted)) return { kind: 'harmless' };
  const [module = '', ...path] = dotted.split('.');
  // What other packages call `code` or `signal` is theirs.
  if (!isStandardModule(module)) return { kind: 'unknown' };
  const gadget = gadgetOf(module, path);
  return gadget === undefined || gadget.isOrdinary ? { kind: 'unknown' } : { kind: 'harmful', does: gadget.does };
}
