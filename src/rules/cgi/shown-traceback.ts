import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'cgi/shown-traceback',
  code: 'CGI-04',
  title: 'A traceback in the browser shows source, arguments and variables to everyone',
  anchor: 'library/cgitb.html',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [209, 489, 532],
  aliases: [],
  advice: 'Call cgitb.enable(display=0, logdir=…) with a private directory, or remove it after development.',
  question: 'Can anyone but the developers see the tracebacks of this installation in a browser?',
  docs: {
    why:
      'cgitb puts the source lines around an error and the values of all variables into the page. Whoever can cause an ' +
      'error reads paths, queries and passwords there.',
    fails: 'import cgitb\ncgitb.enable()',
    passes: 'import cgitb\ncgitb.enable(display=0, logdir="/var/log/app")',
    evidence: ['tracebacks are not shown to the client'],
    limits: 'A test of a debug setting around the call, and who may read the log directory, are not seen.',
  },
  messages: {
    enabled: '{function}() writes source, arguments and variables of each error into the page that the client gets',
    option: 'whether tracebacks are shown to the client depends on {option}',
    redirected: 'everything that is written to {stream}, tracebacks included, goes to the client from here on',
    printed: '{function}() writes the traceback to standard output, which a CGI program sends to the client',
  },
  on: [
    {
      kind: 'call',
      to: ['cgitb.enable', 'cgitb.handler', 'cgitb.Hook'],
      judge(call, verdict) {
        const parameters = { function: call.name };
        if (call.name === 'cgitb.handler') return verdict.fail(call, 'enabled', parameters, { severity: 'medium' });
        const display = call.argument('display', 0);
        if (display.truth() === false) return verdict.pass(display, 'tracebacks are not shown to the client');
        if (display.isAbsent()) return verdict.fail(call, 'enabled', parameters, { severity: 'medium' });
        if (display.truth() === true) return verdict.fail(display, 'enabled', parameters);
        const subject = display.isGiven() ? display : call;
        return verdict.open(subject, 'option', { option: subject.text });
      },
    },
    {
      kind: 'store',
      to: ['sys.stderr'],
      judge(store, verdict) {
        if (!isCgiProgram(store) || !store.value.is('sys.stdout')) return undefined;
        return verdict.fail(store.value, 'redirected', { stream: store.name });
      },
    },
    {
      kind: 'call',
      to: ['traceback.print_exc', 'traceback.print_exception', 'traceback.print_tb', 'traceback.print_last'],
      judge(call, verdict) {
        if (!isCgiProgram(call)) return undefined;
        const file = call.argument('file');
        return file.is('sys.stdout') ? verdict.fail(file, 'printed', { function: call.name }) : undefined;
      },
    },
  ],
});

function isCgiProgram(site: { imports(module: string): boolean }): boolean {
  return site.imports('cgi') || site.imports('cgitb');
}

export default quietInTests(rule);
