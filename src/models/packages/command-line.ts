// Command-line libraries: what they hand to functions was typed by whoever ran the program.

import { concept, everyCall, everySource, type Row, returns, under } from '../model.ts';

export const commandLine = (): readonly Row[] => [
  // @click.group() makes a group of the function below it
  ...under('click', 'group').map((name) => returns(name, 'click.Group')),
  ...everySource('argument', under('click', 'prompt get_text_stream get_binary_stream'), 'the command line'),
  ...everySource('argument', under('typer', 'Argument Option prompt'), 'the command line'),
  ...everySource(
    'argument',
    ['docopt.docopt', 'fire.Fire', 'plac.call', 'absl.flags.FLAGS', 'tap.Tap.parse_args', 'prompt_toolkit.prompt'],
    'the command line',
  ),
  ...everySource('argument', ['rich.prompt.Prompt.ask', 'questionary.text'], 'what the user types'),
  ...everySource(
    'environment',
    ['dotenv.dotenv_values', 'dotenv.get_key', 'environs.Env', 'decouple.config', 'environ.Env'],
    'an environment variable',
  ),
  ...everyCall('debug-console', [
    'IPython.embed',
    'IPython.start_ipython',
    'ipdb.set_trace',
    'pudb.set_trace',
    'bpython.embed',
    'debugpy.listen',
    'pydevd.settrace',
  ]),
  concept('IPython.core.interactiveshell.InteractiveShell.run_cell', 'code-execute', 'raw_cell', 0),
  concept('pandas.eval', 'code-execute', 'expr', 0),
  concept('numexpr.evaluate', 'code-execute', 'ex', 0),
  concept('asteval.Interpreter', 'literal-evaluate'),
];
