// Continuous integration: scripts in YAML. GitHub's workflows and actions are read by their own rules, as what they are
// started by decides whose code they find; of other systems, the keys under which all of them write scripts.

import type { Span } from '../core/index.ts';
import type { Excerpt } from './excerpt.ts';
import { type Place, placeNamed, startPlace, unknownPlace } from './place.ts';
import type { Circumstances } from './python-command.ts';
import { addSetting, readScript } from './script.ts';
import type { Environment } from './shell.ts';
import { readTokens } from './shell-words.ts';
import type { Draft } from './start-file.ts';
import { isPythonVariable } from './variables.ts';
import type { Word } from './word.ts';
import { entriesOf, entryOf, itemsOf, textOf, type YamlNode } from './yaml-tree.ts';

const inPipeline: Circumstances = { starter: 'pipeline', user: undefined };

/** Events that hand a workflow secrets and rights, whoever causes them. */
const trustedEvents = /^(?:pull_request_target|workflow_run|issue_comment)$/;
/** What names the change that somebody proposes. */
const proposedChange =
  /github\.event\.pull_request\.head\.(?:sha|ref)|github\.head_ref|refs\/pull\/|github\.event\.workflow_run\.head_(?:sha|branch)|github\.event\.(?:issue|pull_request)\.number|\bpr[_-]?(?:sha|ref|head|number)\b/i;

export function readWorkflow(draft: Draft, root: YamlNode): void {
  const events = eventsOf(entryOf(root, 'on') ?? entryOf(root, 'true'));
  const isTrusted = events.some((event) => trustedEvents.test(event));
  const above = environmentOf(draft, entryOf(root, 'env'), new Map(), startPlace);
  for (const { value: job } of entriesOf(entryOf(root, 'jobs'))) {
    const environment = environmentOf(draft, entryOf(job, 'env'), above, startPlace);
    const directory =
      textOf(entryOf(job, 'defaults', 'run', 'working-directory')) ??
      textOf(entryOf(root, 'defaults', 'run', 'working-directory'));
    // Only the job's own steps see what it has checked out.
    readSteps(draft, entryOf(job, 'steps'), { environment, directory, isTrusted });
  }
}

/** `runs: using: composite` */
export function readAction(draft: Draft, root: YamlNode): void {
  readSteps(draft, entryOf(root, 'runs', 'steps'), { environment: new Map(), directory: undefined, isTrusted: false });
}

interface Job {
  readonly environment: Environment;
  readonly directory: string | undefined;
  readonly isTrusted: boolean;
}

function readSteps(draft: Draft, steps: YamlNode | undefined, job: Job): void {
  /** what somebody's proposed change was checked out to */
  const proposed: { place: Place; span: Span }[] = [];
  for (const step of itemsOf(steps)) {
    const uses = textOf(entryOf(step, 'uses')) ?? '';
    if (job.isTrusted && /^actions\/checkout@/.test(uses)) {
      const ref = entryOf(step, 'with', 'ref');
      const repository = entryOf(step, 'with', 'repository');
      const shows = [ref, repository].find((each) => proposedChange.test(textOf(each) ?? '') || isFork(textOf(each)));
      if (shows !== undefined) {
        const path = textOf(entryOf(step, 'with', 'path'));
        proposed.push({ place: path === undefined ? startPlace : placeNamed(path, startPlace), span: shows.span });
      }
    }
    const run = entryOf(step, 'run');
    if (run?.kind !== 'text' || !isShell(textOf(entryOf(step, 'shell')))) continue;
    const written = textOf(entryOf(step, 'working-directory')) ?? job.directory;
    const directory = written === undefined ? startPlace : placeOfText(written);
    const environment = environmentOf(draft, entryOf(step, 'env'), job.environment, directory);
    const before = draft.commands.length;
    readScript(draft, run.text, { directory, environment }, inPipeline);
    for (let at = before; at < draft.commands.length; at++) {
      const command = draft.commands[at];
      if (command === undefined || proposed.length === 0) continue;
      // What is open is told by the step, so that other jobs of the file are not spoken of.
      draft.commands[at] = {
        ...command,
        open: proposed.map((each) => ({ ...each, isTree: true, to: 'pull-request' })),
      };
    }
  }
}

const isFork = (text: string | undefined) => /github\.event\.pull_request\.head\.repo\./.test(text ?? '');

function eventsOf(on: YamlNode | undefined): readonly string[] {
  const own = textOf(on);
  if (own !== undefined) return [own];
  return [...itemsOf(on).map((each) => textOf(each) ?? ''), ...entriesOf(on).map(({ key }) => key)];
}

/** The default on all systems; PowerShell and Python itself are no shells that are read here. */
const isShell = (shell: string | undefined) => shell === undefined || /^(?:ba|da|z|k)?sh\b/.test(shell);

function placeOfText(text: string): Place {
  if (/^\$\{\{\s*github\.workspace\s*\}\}\/?$/.test(text)) return startPlace;
  return text.includes('${') ? unknownPlace : placeNamed(text, startPlace);
}

/** `env:` as a map, or as a list of `NAME=value`. */
export function environmentOf(
  draft: Draft,
  node: YamlNode | undefined,
  above: Environment,
  directory: Place,
  circumstances: Circumstances = inPipeline,
): Environment {
  let environment = above;
  const set = (name: string, text: Excerpt, span: Span) => {
    if (!isPythonVariable(name)) return;
    const setting = { name, value: wordOf(text), span };
    addSetting(draft, setting, { directory, environment: above }, { ...circumstances, statement: span });
    environment = new Map(environment).set(name, setting);
  };
  for (const { key, keySpan, value } of entriesOf(node)) {
    if (value.kind === 'text') set(key, value.text, { start: keySpan.start, end: value.span.end });
  }
  for (const item of itemsOf(node)) {
    const equals = item.kind === 'text' ? item.text.text.indexOf('=') : -1;
    if (item.kind !== 'text' || equals < 0) continue;
    set(item.text.text.slice(0, equals).trim(), item.text.slice(equals + 1), item.span);
  }
  return environment;
}

/** The whole text as one word, in which `${NAME}` and `${{ … }}` are told apart. */
export function wordOf(text: Excerpt): Word {
  const quoted = readTokens(text);
  const [first] = quoted;
  if (quoted.length === 1 && first?.kind === 'word') return first.word;
  const span = text.spanOf(0, text.text.length);
  return { span, excerpt: text, parts: text.text === '' ? [] : [text.text], text: text.text, isQuoted: true };
}

const scriptKeys = new Set([
  'run', 'script', 'before_script', 'after_script', 'commands', 'command', 'bash', 'install', 'before_install',
  'test_script', 'build_script', 'before_build', 'after_build', 'on_success', 'on_failure', 'deploy_script', 'before_deploy',
  'post_checkout', 'pre_build', 'post_install', 'pre_install', 'create_environment',
]); // biome-ignore format: a list of words
const environmentKeys = new Set(['env', 'environment', 'variables']);

/** GitLab, Azure, CircleCI, Travis and their like. */
export function readPipeline(draft: Draft, root: YamlNode): void {
  const queue: { node: YamlNode; environment: Environment; directory: Place }[] = [
    { node: root, environment: new Map(), directory: startPlace },
  ];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { node } = next;
    if (node.kind === 'list') {
      queue.push(...node.items.map((item) => ({ ...next, node: item })));
      continue;
    }
    if (node.kind !== 'map') continue;
    let { environment, directory } = next;
    for (const { key, value } of node.entries) {
      if (environmentKeys.has(key)) environment = environmentOf(draft, value, environment, directory);
    }
    const written = textOf(entryOf(node, 'working_directory')) ?? textOf(entryOf(node, 'workingDirectory'));
    if (written !== undefined) directory = placeOfText(written);
    for (const { key, value } of node.entries) {
      if (scriptKeys.has(key)) readScripts(draft, value, directory, environment);
      if (!environmentKeys.has(key)) queue.push({ node: value, environment, directory });
    }
  }
}

/** Lists of lists are what references leave behind; each text is a line or more of one script. */
function readScripts(draft: Draft, node: YamlNode, directory: Place, environment: Environment): void {
  const queue = [node];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next.kind === 'text') readScript(draft, next.text, { directory, environment }, inPipeline);
    else if (next.kind === 'list') queue.push(...next.items);
  }
}
