import { defineRule, type SiteContext } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'cgi/partial-match-filter',
  code: 'CGI-03',
  title: 'A filter that looks at the beginning of a field lets everything through behind it',
  anchor: 'library/cgi.html#cgi-security',
  severity: { network: 'high', file: 'medium', shipped: 'none', constant: 'none' },
  cwe: [185, 184, 777],
  aliases: [],
  advice: 'Test the whole value: re.fullmatch(r"[A-Za-z0-9_.-]+", value).',
  question: 'Is a value with anything behind the part that was matched still harmless where it is used?',
  docs: {
    why:
      'The documentation asks to check that a field holds nothing but letters, digits, dashes, underscores and periods. ' +
      're.match and re.search are content with a prefix or a part, and `$` allows a line break at the end.',
    fails:
      'import cgi, re\nname = cgi.FieldStorage().getfirst("name")\nif not re.match(r"[\\w.-]+", name):\n    raise SystemExit',
    passes:
      'import cgi, re\nname = cgi.FieldStorage().getfirst("name")\nif not re.fullmatch(r"[\\w.-]+", name):\n    raise SystemExit',
    evidence: ['the whole value is matched'],
    limits: 'Only patterns of one repeated character class are taken for filters; compiled patterns are not judged.',
  },
  messages: {
    part: '{function}() is content when a part of {value} fits {pattern}',
    newline: '$ in {pattern} allows a line break at the end of {value}',
  },
  on: {
    kind: 'call',
    to: ['re.match', 're.search', 're.fullmatch'],
    judge(call, verdict) {
      if (!isCgiProgram(call) || !call.isResultUsed) return undefined;
      const value = call.argument('string', 1);
      if (value.origin().provenance !== 'network') return undefined;
      const pattern = call.argument('pattern', 0).string();
      const filter = pattern === undefined ? null : /^(\^|\\A)?\[[^\]]+\][+*](\$|\\Z|\\z)?$/.exec(pattern);
      if (pattern === undefined || filter === null) return undefined;
      if (call.name === 're.fullmatch') return verdict.pass(call, 'the whole value is matched');
      // `re.match(…).group()` takes the part that fits and leaves the rest behind.
      if (call.uses().some((use) => use.kind === 'call' && /^(group|groups|end|span|groupdict)$/.test(use.method))) {
        return undefined;
      }
      const parameters = { function: call.name, value: value.text, pattern };
      const isAnchored = call.name === 're.match' || filter[1] !== undefined;
      if (filter[2] === undefined || !isAnchored)
        return verdict.fail(call, 'part', parameters, { provenance: 'network' });
      if (filter[2] === '$') return verdict.fail(call, 'newline', parameters, { severity: 'medium' });
      return verdict.pass(call, 'the whole value is matched');
    },
  },
});

function isCgiProgram(site: SiteContext): boolean {
  return site.imports('cgi') || site.imports('cgitb');
}

export default quietInTests(rule);
