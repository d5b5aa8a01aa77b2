import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const functions =
  /^builtins\.(eval|exec|compile|__import__|open|globals|locals|vars|getattr|setattr)$|^os\.(system|popen|exec\w+|spawn\w+)$|^subprocess\.\w+$/;
const modules = /^(os|subprocess|sys|builtins|importlib|shutil|pickle|ctypes)$/;

const rule = defineRule({
  id: 'multiprocessing/exposed-callable',
  code: 'MP-05',
  title: 'A manager offers its clients a function that reaches the whole system',
  anchor: 'library/multiprocessing.html#customized-managers',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [749, 284],
  aliases: [],
  advice: 'Register functions and classes made for the purpose, with exposed=[…] naming the methods.',
  question: 'Who has the key of this manager, and may they all do what this function can do?',
  docs: {
    why:
      'Every client that knows the key may call what is registered, and unless exposed= says otherwise all public methods ' +
      'of what it gives. A registered eval or os module hands over the process.',
    fails:
      'import os\nfrom multiprocessing.managers import BaseManager\nBaseManager.register("os", callable=lambda: os)',
    passes:
      'from multiprocessing.managers import BaseManager\nBaseManager.register("add", callable=add, exposed=["__call__"])',
    evidence: ['the methods that clients may call are listed'],
    limits: 'What functions of the project do when clients call them is not followed.',
  },
  messages: {
    function: 'every client of the manager may call {name}',
    module: 'every client of the manager gets the module {name} with all its functions',
  },
  on: {
    kind: 'call',
    to: ['multiprocessing.managers.BaseManager.register'],
    judge(call, verdict) {
      const offered = call.argument('callable', 1);
      if (!offered.isGiven()) return undefined;
      const given = offered.projectFunction()?.returns() ?? [];
      for (const value of [offered, ...given]) {
        const [name, ...others] = value.names();
        if (name === undefined || others.length > 0) continue;
        const parameters = { name: name.replace('builtins.', '') };
        if (modules.test(name)) return verdict.fail(offered, 'module', parameters);
        if (functions.test(name)) return verdict.fail(offered, 'function', parameters);
      }
      const exposed = call.argument('exposed', 3);
      return exposed.items() === undefined
        ? undefined
        : verdict.pass(exposed, 'the methods that clients may call are listed');
    },
  },
});

export default quietInTests(rule);
