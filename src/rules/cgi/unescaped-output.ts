import { defineRule, type SiteContext, type ValueView } from '../../rulekit/index.ts';
import { hostilePart } from '../hostile-part.ts';
import { quietInTests } from '../in-tests.ts';

const requestData = [
  'concept:cgi-form',
  'os.environ',
  'os.environ.get',
  'os.getenv',
  'sys.stdin.read',
  'builtins.input',
];

const rule = defineRule({
  id: 'cgi/unescaped-output',
  code: 'CGI-09',
  title: 'Form data that is printed as it came runs as a script in the browser',
  anchor: 'library/cgi.html#cgi-security',
  severity: { network: 'high', file: 'medium', shipped: 'none', constant: 'none' },
  cwe: [79, 113, 93],
  aliases: [],
  advice: 'Print html.escape(value); quote values in headers with urllib.parse.quote.',
  question: 'Can this text hold HTML of somebody else’s where it is put into the page?',
  docs: {
    why:
      'What a CGI program prints is the page. A field that is printed unescaped can hold a script, which then acts with ' +
      'the rights of the visitor; in a header line it can add further headers.',
    fails: 'import cgi\nform = cgi.FieldStorage()\nprint("<p>" + form.getfirst("name") + "</p>")',
    passes: 'import cgi, html\nform = cgi.FieldStorage()\nprint("<p>" + html.escape(form.getfirst("name")) + "</p>")',
    evidence: ['everything from outside is escaped', 'quotes are escaped too'],
    limits: 'Templates are not followed; escaping that fits the wrong place (a script, an address) counts as escaping.',
  },
  messages: {
    raw: '{source} is printed into the page without escaping',
    header: '{source} is printed into the header {header}, where a line break in it starts another header',
    quotes: 'cgi.escape() leaves quotes as they are unless told otherwise, so that {value} can leave an attribute',
    option: 'whether quotes are escaped depends on {option}',
  },
  on: [
    {
      kind: 'call',
      to: ['builtins.print'],
      judge(call, verdict) {
        if (!isCgiProgram(call)) return undefined;
        const file = call.argument('file');
        if (file.isGiven() && !file.is('sys.stdout')) return undefined;
        const printed = call.positional.map((value) => ({ value, part: hostilePart(value, 'markup') }));
        const shown =
          printed.find(({ part }) => part !== undefined && part !== 'cleaned') ?? printed.find(({ part }) => part);
        if (shown?.part === undefined) return undefined;
        // Other scripts print downloads to a terminal.
        if (!shown.value.isDerivedFrom(...requestData)) return undefined;
        if (shown.part === 'cleaned') return verdict.pass(shown.value, 'everything from outside is escaped');
        const source = shown.part.origin().text;
        const header = headerOf(call.positional[0]);
        if (header !== undefined) return verdict.fail(shown.value, 'header', { source, header });
        return verdict.fail(shown.value, 'raw', { source });
      },
    },
    {
      kind: 'call',
      to: ['cgi.escape'],
      judge(call, verdict) {
        const quote = call.argument('quote', 1);
        if (quote.truth() === true) return verdict.pass(call, 'quotes are escaped too');
        if (quote.isGiven() && quote.truth() === undefined)
          return verdict.open(quote, 'option', { option: quote.text });
        if (quote.presence === 'unknown') return verdict.open(call, 'option', { option: call.text });
        return verdict.fail(call, 'quotes', { value: call.argument('s', 0).text }, { severity: 'low' });
      },
      fixes: [
        {
          class: 'unsafe',
          title: 'Use html.escape(), which escapes quotes too',
          for: ['quotes'],
          make(call, edit) {
            edit.replaceCallee(call, edit.name('html.escape'));
            edit.removeArgument(call, 'quote', 1);
          },
        },
      ],
    },
  ],
});

function isCgiProgram(site: SiteContext): boolean {
  return site.imports('cgi') || site.imports('cgitb');
}

/** `Location` for text that starts with `Location:`. */
function headerOf(value: ValueView | undefined): string | undefined {
  const start = value?.string() ?? value?.textParts()?.[0];
  return typeof start === 'string'
    ? /^(Location|Set-Cookie|Content-[A-Za-z]+|Refresh|Status):/i.exec(start)?.[1]
    : undefined;
}

export default quietInTests(rule);
