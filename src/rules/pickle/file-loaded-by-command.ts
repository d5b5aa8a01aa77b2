import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { shown } from '../../startup/index.ts';
import { quietInTests } from '../in-tests.ts';

/** `python -m pickle FILE` in a command line; `pickletools` only takes the file apart. */
const commandLine = /(^|[\s;&|])\S*(python[\d.]*|pypy[\d.]*|py)(\.exe)?(\s+-[A-Za-z]+)*\s+-m\s*_?pickle(\s|$)/;

const rule = defineRule({
  id: 'pickle/file-loaded-by-command',
  code: 'PKL-09',
  title: 'The command python -m pickle loads the file it is asked to show',
  anchor: 'library/pickle.html#command-line-interface',
  severity: { network: 'medium', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [502],
  aliases: [],
  advice: 'Run python -m pickletools: it lists what a pickle would do without doing it.',
  question: 'Who wrote the file that this command is given?',
  docs: {
    why: 'The command prints the object in a pickle, and to have an object it must unpickle the file, code and all.',
    fails: 'import subprocess, sys\nsubprocess.run([sys.executable, "-m", "pickle", "upload.pkl"])',
    passes: 'import subprocess, sys\nsubprocess.run([sys.executable, "-m", "pickletools", "upload.pkl"])',
    evidence: [],
    limits: 'Command lines that are put together at run time are not read.',
  },
  messages: { loads: 'python -m pickle unpickles {file}, running any code that is in it' },
  on: [
    {
      kind: 'call',
      to: ['concept:start-process', 'concept:os-command'],
      judge(call, verdict) {
        const command = call.operand();
        const items = command.items() ?? call.positional;
        const module = items.findIndex((item, at) => item.string() === '-m' && items[at + 1]?.string() === 'pickle');
        if (module >= 0) return verdict.fail(command, 'loads', { file: items[module + 2]?.text ?? 'its files' });
        return isLoading(command) ? verdict.fail(command, 'loads', { file: 'its files' }) : undefined;
      },
      fixes: [
        {
          class: 'unsafe',
          title: 'Take the file apart with python -m pickletools',
          make(call, edit) {
            const items = call.operand().items() ?? call.positional;
            const module = items.find((item, at) => item.string() === 'pickle' && items[at - 1]?.string() === '-m');
            if (module === undefined || edit.literal(module) === undefined)
              return edit.refuse('the command is one text');
            return edit.replace(module, edit.quoted('pickletools'));
          },
        },
      ],
    },
    {
      kind: 'python-command',
      runs: ['pickle', '_pickle'],
      judge(command, verdict) {
        const [file] = command.words;
        return verdict.fail(
          command,
          'loads',
          { file: file === undefined ? 'its files' : shown(file) },
          { severity: 'medium' },
        );
      },
    },
  ],
});

export default quietInTests(rule);

function isLoading(command: ValueView): boolean {
  const text = command
    .textParts()
    ?.map((part) => (typeof part === 'string' ? part : (part.string() ?? 'x')))
    .join('');
  return text !== undefined && commandLine.test(text);
}
