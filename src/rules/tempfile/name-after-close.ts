import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = { kept: 'the file stays when it is closed' } as const;

const rule = defineRule({
  id: 'tempfile/name-after-close',
  code: 'TMP-04',
  title: 'When a temporary file is closed it is deleted, and its name is free for others',
  anchor: 'library/tempfile.html#tempfile.NamedTemporaryFile',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [367, 377],
  aliases: [],
  advice: 'Keep the file open while its name is used, or pass delete=False and delete it yourself.',
  question: 'Who else can create files in this folder between closing the file and using its name?',
  docs: {
    why: 'A name that is used after the file is gone is a guess like that of mktemp(): someone else may have created it in between.',
    fails: 'import tempfile\nfile = tempfile.NamedTemporaryFile()\nfile.close()\nopen(file.name, "w")',
    passes: 'import tempfile\nfile = tempfile.NamedTemporaryFile(delete=False)\nfile.close()\nopen(file.name, "w")',
    evidence: Object.values(evidence),
    limits: 'Only uses in the function that makes the file are seen.',
  },
  messages: { reused: 'the file is deleted when it is closed, and its name is used again afterwards' },
  on: {
    kind: 'call',
    to: ['tempfile.NamedTemporaryFile'],
    judge(call, verdict) {
      const close = call.uses().find((use) => use.kind === 'call' && use.method === 'close');
      if (close?.kind !== 'call' || call.siblingCalls(call.name).length > 0) return undefined;
      const reuse = call
        .siblingCalls()
        .filter((each) => each.span.start > close.subject.span.end && close.call.dominates(each))
        .find((each) => each.positional.some((value) => value.isDerivedFrom(call.name)));
      if (reuse === undefined) return undefined;
      const keep = [call.argument('delete'), call.argument('delete_on_close')].some((each) => each.truth() === false);
      if (keep) return verdict.pass(call, evidence.kept);
      return call.argument('delete').isAbsent() || call.argument('delete').truth() === true
        ? verdict.fail(call, 'reused', {}, inCode)
        : undefined;
    },
  },
});

export default quietInTests(rule);
