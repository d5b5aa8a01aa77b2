import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const shows = new Map([
  ['cgi.test', 'the environment, the form and the working directory'],
  ['cgi.print_environ', 'all environment variables'],
  ['cgi.print_form', 'every field of the form, the hidden ones included'],
  ['cgi.print_directory', 'the working directory'],
  ['cgi.print_arguments', 'the command line'],
  ['cgi.print_exception', 'the traceback of the last error'],
]);

const rule = defineRule({
  id: 'cgi/environment-dump',
  code: 'CGI-05',
  title: 'A debugging page shows the environment of the server to everyone',
  anchor: 'library/cgi.html#cgi.test',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [200, 489, 548],
  aliases: [],
  advice: 'Remove the call; look at the request in a log that only you can read.',
  question: 'Can anyone but the developers open the page that shows this environment?',
  docs: {
    why:
      'These functions exist to debug scripts. They print environment variables, paths and form fields as a page, and ' +
      'secrets are often among them.',
    fails: 'import cgi\ncgi.print_environ()',
    passes: 'import cgi\nform = cgi.FieldStorage()\nname = form.getfirst("name")',
    evidence: [],
    limits: 'A page that a program puts together itself from os.environ is not seen.',
  },
  messages: { dump: '{function}() prints {what} into the page that the client gets' },
  on: {
    kind: 'call',
    to: [...shows.keys()],
    judge(call, verdict) {
      return verdict.fail(
        call,
        'dump',
        { function: call.name, what: shows.get(call.name) ?? '' },
        { severity: 'medium' },
      );
    },
  },
});

export default quietInTests(rule);
