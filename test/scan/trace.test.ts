// The way of a value from its source to the finding, told over the functions that it crosses.

import { expect, test } from 'vitest';
import { LineIndex } from '../../src/core/index.ts';
import { considerations } from '../../src/rules/index.ts';
import { analyse } from '../../src/scan/analyse.ts';
import { defaultTarget } from '../rules/fixture.ts';

/** Each step of the only failure, with its line. */
function traceOf(text: string): string[] {
  const bytes = new TextEncoder().encode(text);
  const rules = considerations.filter(({ id }) => id === 'subprocess/shell-command-from-input');
  const { findings } = analyse([{ path: 'main.py', bytes, role: 'app' }], rules, {
    target: defaultTarget,
    threatModel: 'web',
  });
  const lines = new LineIndex(bytes);
  const failures = findings.filter(({ verdict }) => verdict === 'fail');
  expect(failures).toHaveLength(1);
  return (failures[0]?.trace ?? []).map((step) => `${lines.lineOf(step.span.start)} ${step.text}`);
}

test('a source in the same function', () => {
  expect(
    traceOf(`import os
from flask import request

def view():
    name = request.args["q"].strip()
    command = "ls " + name
    os.system(command)
`),
  ).toEqual([
    '5 request.args["q"] comes from outside',
    '5 goes through strip() and becomes name',
    '6 becomes part of it',
  ]);
});

test('returned by one function and passed to another', () => {
  expect(
    traceOf(`import os
from flask import request

def get_name():
    return request.args.get("q", "")

def run(cmd):
    os.system(cmd)

def view():
    name = get_name()
    run("ls " + name)
`),
  ).toEqual([
    '5 request.args.get("q", "") comes from outside',
    '5 is returned by get_name()',
    '12 becomes part of it',
    '12 is passed to run() as cmd',
  ]);
});

test('of several ways, the shortest', () => {
  expect(
    traceOf(`import os
from flask import request

def view():
    long = request.args["a"].strip().lower()
    os.system("echo " + str([long, request.form["b"]]))
`),
  ).toEqual([
    '6 request.form["b"] comes from outside',
    '6 is put into [long, request.form["b"]]',
    '6 goes through str()',
  ]);
});
