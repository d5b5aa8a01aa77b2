import { type CallSite, defineRule, type Judge, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { isPrivate, isShared, variancesOf } from '../tempfile/shared-directory.ts';

const evidence = {
  private: 'the file lies in a directory that was made for this process',
  random: 'the name of the file cannot be guessed',
} as const;

type MessageId = 'written' | 'loaded' | 'unknown';

/** Where calls that write pickles take the file or its name. */
const files: Readonly<Record<string, readonly [name: string, position: number]>> = {
  'pickle.dump': ['file', 1],
  'pickle.Pickler': ['file', 0],
  'dill.dump': ['file', 1],
  'cloudpickle.dump': ['file', 1],
  'joblib.dump': ['filename', 1],
  'torch.save': ['f', 1],
  'pandas.DataFrame.to_pickle': ['path', 0],
  'pandas.Series.to_pickle': ['path', 0],
};

const rule = defineRule({
  id: 'pickle/shared-file',
  code: 'PKL-10',
  title: 'A pickle in a directory that all users share can be replaced by one of theirs',
  anchor: 'library/pickle.html#module-pickle',
  severity: { network: 'high', file: 'high', shipped: 'low', constant: 'high' },
  cwe: [379, 276, 502],
  aliases: [],
  advice: 'Keep pickles in a directory of mode 0700 that belongs to the user, or in one from tempfile.mkdtemp().',
  question: 'Who besides the user that runs the program can write to this file, or create it first?',
  docs: {
    why: 'Every user of the machine may create files in /tmp. Who puts one there under the right name before the program does, or instead of it, has their code run by whoever loads it.',
    fails: 'import pickle\nwith open("/tmp/model.pkl", "rb") as file:\n    pickle.load(file)',
    passes:
      'import os, pickle, tempfile\nwith open(os.path.join(tempfile.mkdtemp(), "model.pkl"), "wb") as file:\n    pickle.dump([1], file)',
    evidence: Object.values(evidence),
    limits:
      'Only /tmp, /var/tmp, /dev/shm and what tempfile.gettempdir() gives are known to be shared; modes are not seen.',
  },
  messages: {
    written: 'this pickle lies in {path}, where everyone may put another in its place before it is loaded',
    loaded: '{path} lies where everyone may have put a pickle of theirs',
    unknown: '{path} lies where everyone may put files, and whether its name can be guessed is not known',
  },
  on: [
    {
      kind: 'call',
      to: Object.keys(files),
      judge(call, verdict) {
        const [name, position] = files[call.name] ?? ['file', 1];
        return judgeFile(call.argument(name, position), 'written', call, verdict);
      },
    },
    {
      kind: 'call',
      to: ['concept:deserialize', 'concept:deserialize-if-allowed'],
      judge(call, verdict) {
        if (call.argument('allow_pickle').truth() === false || call.argument('weights_only').truth() === true) {
          return undefined;
        }
        // numpy refuses pickles unless told otherwise
        if (call.name.startsWith('numpy.') && call.argument('allow_pickle').truth() !== true) return undefined;
        return judgeFile(call.operand(), 'loaded', call, verdict);
      },
    },
  ],
});

export default quietInTests(rule);

function judgeFile(file: ValueView, message: 'written' | 'loaded', call: CallSite, verdict: Judge<MessageId>) {
  const path = pathOf(file);
  if (path === undefined) return undefined;
  if (message === 'written' && isPrivate(path)) return verdict.pass(call, evidence.private);
  if (!isShared(path)) return undefined;
  const parameters = { path: path.string() ?? path.text };
  const variances = variancesOf(path);
  if (variances.some((each) => each === 'none' || each === 'guessable')) {
    return verdict.fail(call, message, parameters, { provenance: 'constant' });
  }
  return variances.includes('unknown')
    ? verdict.open(call, 'unknown', parameters, { severity: 'medium' })
    : verdict.pass(call, evidence.random);
}

/** The path of a file that was opened, or the path itself. */
function pathOf(file: ValueView): ValueView | undefined {
  if (!file.isGiven()) return undefined;
  const opened = file.callTo('concept:path-open', 'concept:decompress-stream');
  if (opened !== undefined) return opened.name.startsWith('pathlib.') ? opened.receiver() : opened.operand();
  // pickle.loads(open(path, "rb").read()), pickle.loads(Path(path).read_bytes())
  const read = file.callTo('io.BufferedIOBase.read', 'io.TextIOBase.read', 'concept:path-read', 'typing.BinaryIO.read');
  if (read?.name.startsWith('pathlib.')) return read.receiver();
  if (read !== undefined) return read.receiver()?.callTo('concept:path-open')?.operand() ?? undefined;
  return file;
}
