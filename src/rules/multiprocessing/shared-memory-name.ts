import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'multiprocessing/shared-memory-name',
  code: 'MP-11',
  title: 'Whoever names or guesses a block of shared memory decides what is read from it',
  anchor: 'library/multiprocessing.shared_memory.html#multiprocessing.shared_memory.SharedMemory',
  severity: { network: 'medium', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [345, 362],
  aliases: [],
  advice: 'Leave the name out when creating, and hand the name that was chosen to the other process.',
  question: 'Which processes can create or open a block of this name, and are they all trusted?',
  docs: {
    why:
      'Blocks are found by name, in a space that all processes of a user share. A block under a known name can have been ' +
      'made by someone else before, and its contents are used as they are.',
    fails:
      'import flask\nfrom multiprocessing.shared_memory import SharedMemory\nSharedMemory(name=flask.request.args["name"])',
    passes: 'from multiprocessing.shared_memory import SharedMemory\nSharedMemory(create=True, size=4096)',
    evidence: ['the name is chosen at random', 'the block is made here, and must not exist before'],
    limits: 'What is read from the block is not followed.',
  },
  messages: {
    hostile: '{source} chooses which block of shared memory is opened',
    known: 'the block {name} is opened under a name that others know; whether this program made it is not known',
  },
  on: {
    kind: 'call',
    to: ['multiprocessing.shared_memory.SharedMemory', 'multiprocessing.shared_memory.ShareableList'],
    judge(call, verdict) {
      const isList = call.name.endsWith('List');
      const name = isList ? call.argument('name') : call.argument('name', 0);
      if (name.isAbsent() || name.isNone()) return verdict.pass(call, 'the name is chosen at random');
      const origin = name.origin();
      if (isForeign(origin, call)) return verdict.fail(name, 'hostile', { source: origin.text });
      const isMade = isList ? call.argument('sequence', 0).isGiven() : call.argument('create', 1).truth() === true;
      if (isMade) return verdict.pass(call, 'the block is made here, and must not exist before');
      return name.string() === undefined
        ? undefined
        : verdict.open(name, 'known', { name: name.text }, { severity: 'low' });
    },
  },
});

export default quietInTests(rule);
