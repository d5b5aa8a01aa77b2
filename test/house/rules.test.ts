// Rules keep their own laws: names agree with places, every message is shown in a fixture, codes are unique.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codePrefixByTopic } from '../../scripts/topics.ts';
import { concepts, library } from '../../src/models/index.ts';
import { type CodeTrigger, isAboutCode, isAboutData, type Rule, type Trigger } from '../../src/rulekit/index.ts';
import { considerations, page, ruleByCode } from '../../src/rules/index.ts';
import { root } from './source-files.ts';

const isOfData = ({ on }: Rule) => ([on].flat() as readonly Trigger[]).some(isAboutData);

const topics = [...codePrefixByTopic.keys()];
const topicOf = (id: string) => id.slice(0, id.indexOf('/'));

test('every rule has a topic', () => {
  expect(considerations.filter(({ id }) => !topics.includes(topicOf(id)))).toEqual([]);
});

test('every code of a rule is one of the page, and the page has each once', () => {
  const listed = page.flatMap(({ considerations }) => considerations.map(({ code }) => code));
  expect(listed.filter((code, at) => listed.indexOf(code) !== at)).toEqual([]);
  const wrong = [...ruleByCode(considerations)].filter(([code]) => !listed.includes(code));
  expect(wrong.map(([code, { id }]) => `${id} has the code ${code}, which src/rules/page.ts does not list`)).toEqual(
    [],
  );
});

test('a consideration has a rule, or says why it has none', () => {
  const byCode = ruleByCode(considerations);
  const wrong = page.flatMap((topic) =>
    topic.considerations.filter(({ code, whyNoRule }) => byCode.has(code) === (whyNoRule !== '')),
  );
  expect(
    wrong.map(({ code, whyNoRule }) => (whyNoRule === '' ? `${code} has no rule` : `${code} has a rule by now`)),
  ).toEqual([]);
});

test('a rule, its fixture and its id have one name', () => {
  const wrong = considerations
    .map((rule) => `src/rules/${rule.id}.fixture.${isOfData(rule) ? 'txt' : 'py'}`)
    .filter((path) => !existsSync(join(root, path)) || !existsSync(join(root, path.replace(/\.fixture\.\w+$/, '.ts'))));
  expect(wrong).toEqual([]);
});

test('a code names one rule', () => {
  const owners = new Map<string, string[]>();
  for (const { id, code, alsoCodes } of considerations) {
    for (const each of [code, ...(alsoCodes ?? [])]) owners.set(each, [...(owners.get(each) ?? []), id]);
  }
  const shared = [...owners].filter(([, ids]) => ids.length > 1);
  expect(shared.map(([code, ids]) => `${ids.join(' and ')} share the code ${code}: give one of them another`)).toEqual(
    [],
  );
});

test('a code begins as those of its topic do', () => {
  const prefixes = [...codePrefixByTopic.values()];
  const wrong = considerations.flatMap(({ id, code, alsoCodes }) => {
    const own = codePrefixByTopic.get(topicOf(id)) as string;
    // A rule may speak for a consideration of another topic too: predictable identifiers are one of hashlib's.
    const looksLike = (each: string, allowed: readonly string[]) =>
      allowed.includes(/^(\w+)-\d{2}$/.exec(each)?.[1] ?? '');
    const others = (alsoCodes ?? []).filter((each) => !looksLike(each, prefixes));
    return (looksLike(code, [own]) ? others : [code, ...others]).map(
      (each) => `${id} has the code ${each}: those of ${topicOf(id)} look like ${own}-01`,
    );
  });
  expect(wrong).toEqual([]);
});

test('CWE numbers can be such', () => {
  const wrong = considerations.flatMap(({ id, cwe }) =>
    cwe.filter((each) => !Number.isInteger(each) || each < 1 || each > 1500).map((each) => `${id}: CWE-${each}`),
  );
  expect(wrong).toEqual([]);
});

test('every message of a rule is shown in its fixture', () => {
  const missing = considerations.flatMap((rule) => {
    const { id, messages } = rule;
    const fixture = readFileSync(join(root, `src/rules/${id}.fixture.${isOfData(rule) ? 'txt' : 'py'}`), 'utf8');
    const mark = isOfData(rule) ? '^(fail|open)' : '#.*(fail|open|missed|false-alarm)(\\[\\w+\\])?';
    return Object.keys(messages)
      .filter((message) => !new RegExp(`${mark}: ${message}\\b`, 'm').test(fixture))
      .map((message) => `${id}: ${message}`);
  });
  expect(missing).toEqual([]);
});

// Any verdict is open at a site that is one only perhaps, so every rule needs one.
test('every rule has a question for what it cannot decide', () => {
  const wrong = considerations.filter(({ question }) => !/^[A-Z][^?\n]{15,140}\?$/.test(question ?? ''));
  expect(wrong.map(({ id, question }) => `${id}: ${question ?? 'has no question'}`)).toEqual([]);
});

test('ids name the hazard', () => {
  expect(
    considerations.filter(({ id }) => !/^[a-z0-9-]+\/(?!no-|use-|avoid-)[a-z0-9]+(-[a-z0-9]+)*$/.test(id)),
  ).toEqual([]);
});

test('documentation anchors point into the library reference', () => {
  const wrong = considerations.filter(
    ({ anchor }) => !/^(library|using)\/[a-z0-9_.]+\.html(#[a-zA-Z][\w.-]*)?$/.test(anchor),
  );
  expect(wrong.map(({ id, anchor }) => `${id}: ${anchor}`)).toEqual([]);
});

/** Names that the library does not have, and why they are right all the same. */
const unlistedNames = new Map([
  ['os.environ[]', 'an item of a mapping'],
  ['sys.path[]', 'an item of a list'],
  ['os.environ.get', 'a method of the value of a name'],
  ['os.environ.setdefault', 'a method of the value of a name'],
  ['http.server.BaseHTTPRequestHandler.rfile.read', 'a method of an attribute, whatever class the stream has'],
  ['http.server.BaseHTTPRequestHandler.wfile.write', 'a method of an attribute, whatever class the stream has'],
]);

/** What a rule listens to, as it is written. */
function namesOf(trigger: CodeTrigger): readonly string[] {
  return trigger.kind === 'class' ? trigger.extends : trigger.kind === 'compare' ? trigger.mentions : trigger.to;
}

const listened = considerations.flatMap(({ id, on }) =>
  ([on].flat() as readonly Trigger[])
    .filter(isAboutCode)
    .flatMap((trigger) => namesOf(trigger).map((name) => ({ id, name }))),
);

test('rules listen to concepts and names that there are', () => {
  const wrong = listened.filter(({ name }) =>
    name.startsWith('concept:')
      ? !Object.hasOwn(concepts, name.slice('concept:'.length))
      : library.kindOf(name) === undefined &&
        !unlistedNames.has(name) &&
        library.isModule(name.split('.')[0] as string),
  );
  expect(
    wrong.map(
      ({ id, name }) =>
        `${id} listens to ${name}, which ${name.includes(':') ? 'is no concept' : 'the library does not have'}`,
    ),
  ).toEqual([]);
});

test('every name outside the library is listened to, and still outside it', () => {
  const used = new Set(listened.map(({ name }) => name));
  expect([...unlistedNames.keys()].filter((name) => !used.has(name) || library.kindOf(name) !== undefined)).toEqual([]);
});
