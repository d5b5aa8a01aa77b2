// What libraries hand to the functions of a project, and where a proof that leads through several files points.

import { describe, expect, test } from 'vitest';
import { defineRule, type Rule } from '../../src/rulekit/index.ts';
import { analyse } from '../../src/scan/analyse.ts';

const shown = defineRule({
  id: 'subprocess/shown',
  code: 'SHOWN-01',
  title: 'Shows where the command comes from',
  anchor: '',
  severity: { network: 'high', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [],
  aliases: [],
  advice: '',
  docs: { why: '', fails: '', passes: '', evidence: [], limits: '' },
  messages: { from: '{provenance}: {text}' },
  on: [
    {
      kind: 'call',
      to: ['os.system'],
      judge(call, verdict) {
        const command = call.argument('command', 0);
        const { provenance, text } = command.origin();
        return verdict.fail(command, 'from', { provenance, text });
      },
    },
    {
      kind: 'class',
      extends: ['pickle.Unpickler'],
      judge(definition, verdict) {
        const method = definition.method('find_class');
        return method && verdict.fail(method, 'from', { provenance: definition.name, text: method.name });
      },
    },
  ],
}) as unknown as Rule;

function findingsIn(files: Readonly<Record<string, string>>) {
  const inputs = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
    role: 'app' as const,
  }));
  const { findings, problems } = analyse(inputs, [shown], {
    target: { minimum: [3, 10], maximum: [3, 15], source: 'default' },
    threatModel: 'web',
  });
  expect(problems).toEqual([]);
  return findings;
}

const originsIn = (text: string) => findingsIn({ 'app.py': `import os\n${text}` }).map(({ message }) => message);

const flask = 'import flask\napp = flask.Flask(__name__)\n';
const fastapi = 'from fastapi import APIRouter, Depends\nrouter = APIRouter()\n';

describe('a parameter comes from', () => {
  test.each([
    ['the URL, of a Flask view', `${flask}@app.route("/<name>")\ndef show(name):\n    os.system(name)`, 'network'],
    ['the URL, of a blueprint', `import flask\nbp = flask.Blueprint("b", "b")\n@bp.get("/")\ndef f(x):\n    os.system(x)`, 'network'],
    ['the request, of FastAPI', `${fastapi}@router.post("/")\nasync def f(name: str):\n    os.system(name)`, 'network'],
    ['the request, with a default', `${fastapi}@router.get("/")\ndef f(name="ls"):\n    os.system(name)`, 'network'],
    ['the request, of aiohttp', `from aiohttp import web\nr = web.RouteTableDef()\n@r.get("/")\nasync def f(q):\n    os.system(q)`, 'network'],
    ['a task message', 'from celery import shared_task\n@shared_task\ndef f(name):\n    os.system(name)', 'network'],
    ['a bound task message', 'from celery import Celery\napp = Celery()\n@app.task(bind=True)\ndef f(self, name):\n    os.system(name)', 'network'],
    ['the command line', 'import click\n@click.command()\n@click.argument("name")\ndef f(name):\n    os.system(name)', 'argument'],
    ['the command line, behind a context', 'import click\n@click.command()\n@click.pass_context\ndef f(ctx, name):\n    os.system(name)', 'argument'],
    ['a connection', 'import asyncio\nclass P(asyncio.Protocol):\n    def data_received(self, data):\n        os.system(data)', 'network'],
    ['a connection, two classes up', 'import asyncio\nclass B(asyncio.Protocol): ...\nclass P(B):\n    def data_received(self, data):\n        os.system(data)', 'network'],
    ['nobody: the library makes it a number', `${fastapi}@router.get("/")\ndef f(count: int):\n    os.system(count)`, 'constant'],
    ['a chat at the terminal', 'import cmd\nclass Shell(cmd.Cmd):\n    def default(self, line):\n        os.system(line)', 'argument'],
  ])('%s', (_, text, provenance) => {
    expect(originsIn(text).map((each) => each.replace(/:.*/, ''))).toEqual([provenance]);
  }); // biome-ignore format: one case a line

  test.each([
    ['a function without decorator', `${flask}def show(name):\n    os.system(name)`],
    ['another decorator', 'import functools\n@functools.cache\ndef f(name):\n    os.system(name)'],
    ['a decorator of the project', 'def route(path):\n    return lambda f: f\n@route("/")\ndef f(name):\n    os.system(name)'],
    ['a decorator that is not known', `${flask}import x\n@x.app.route("/")\ndef show(name):\n    os.system(name)`],
    ['a decorator that may be another', 'import flask, x\napp = flask.Flask("a") if x.y else x.z()\n@app.route("/")\ndef f(name):\n    os.system(name)'],
    ['a class that only looks like a protocol', 'class P:\n    def data_received(self, data):\n        os.system(data)'],
    ['another method of a protocol', 'import asyncio\nclass P(asyncio.Protocol):\n    def feed(self, data):\n        os.system(data)'],
    ['a parameter that the project injects', `${fastapi}def db(): ...\n@router.get("/")\ndef f(db=Depends(db)):\n    os.system(db)`],
    ['a parameter that is annotated so', `${fastapi}from typing import Annotated\ndef g(): ...\n@router.get("/")\ndef f(db: Annotated[str, Depends(g)]):\n    os.system(db)`],
    ['the context of a command', 'import click\n@click.command()\n@click.pass_context\ndef f(ctx, name):\n    os.system(ctx)'],
    ['a function inside a view', `${flask}@app.route("/")\ndef show():\n    def inner(name):\n        os.system(name)\n    return inner`],
  ])('nobody in particular: %s', (_, text) => {
    const [only, ...others] = originsIn(text).map((each) => each.replace(/:.*/, ''));
    expect(others).toEqual([]);
    expect(['parameter', 'unknown']).toContain(only);
  }); // biome-ignore format: one case a line
});

describe('what stands in another file is shown there', () => {
  test('the source of a value', () => {
    const [finding] = findingsIn({
      'app.py': 'import os, settings\nos.system(settings.command)\n',
      'settings.py': 'import flask\ncommand = flask.request.args["c"]\n',
    });
    expect(finding?.path).toBe('app.py');
    expect(finding?.evidence).toEqual([
      { path: 'settings.py', span: { start: 23, end: 41 }, text: 'comes from flask.request' },
    ]);
  });

  test('the place where a value came in, whatever methods were called on it since', () => {
    const [finding] = findingsIn({
      'app.py': 'import os, flask\ntext = flask.request.args["c"]\nclean = text.strip()\nos.system(clean.lower())\n',
    });
    expect(finding?.evidence.map(({ span }) => span.start)).toEqual([24]);
  });

  test('a method that a class inherits', () => {
    const findings = findingsIn({
      'app.py': 'import base\nclass Own(base.Safe):\n    pass\n',
      'base.py': 'import pickle\nclass Safe(pickle.Unpickler):\n    def find_class(self, m, n): ...\n',
    });
    const own = findings.find(({ path }) => path === 'app.py');
    expect(own?.span).toEqual({ start: 12, end: 33 });
    expect(own?.evidence.map(({ path, span }) => [path, span.start])).toEqual([['base.py', 48]]);
  });
});
