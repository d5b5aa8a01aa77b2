// What bounds the versions of libraries, wherever projects write it.

import { expect, test } from 'vitest';
import { findRequirements, readRequirement } from '../../src/config/requirements.ts';
import { madeUpFiles } from '../scan/made-up-files.ts';

const boundsOf = (text: string) => {
  const found = readRequirement(text, 'requirements.txt');
  return found === undefined ? undefined : [found[0], found[1].minimum, found[1].below];
};

test('bounds of a requirement', () => {
  expect(boundsOf('lxml>=4.2,<6')).toEqual(['lxml', [4, 2], [6]]);
  expect(boundsOf('lxml >= 2.0')).toEqual(['lxml', [2, 0], undefined]);
  expect(boundsOf('Flask_Login[extra]~=0.6.2; python_version > "3.8"')).toEqual(['flask-login', [0, 6, 2], [0, 7]]);
  expect(boundsOf('numpy==1.26.*')).toEqual(['numpy', [1, 26], [1, 27]]);
  expect(boundsOf('torch (>=1.13)')).toEqual(['torch', [1, 13], undefined]);
  expect(boundsOf('lxml<5')).toEqual(['lxml', undefined, [5]]);
  expect(boundsOf('lxml<=4.9')).toEqual(['lxml', undefined, [4, 10]]);
});

test('what bounds nothing says nothing', () => {
  for (const text of ['lxml', '# lxml>=4', '-r other.txt', 'lxml!=4.7', 'lxml @ file:lxml.whl', '']) {
    expect(boundsOf(text), text).toBeUndefined();
  }
});

const lxmlIn = (texts: Record<string, string>) =>
  findRequirements('/work', madeUpFiles(texts))?.lxml?.map(({ minimum, text, file }) => [minimum, text, file]);

test('where it is written', () => {
  const pyproject =
    '[project]\ndependencies = ["lxml>=4.2"]\n[tool.poetry.dependencies]\nlxml = { version = "^4.9" }\n[dependency-groups]\ntest = ["lxml>=6.1"]';
  expect(lxmlIn({ '/work/pyproject.toml': pyproject })).toEqual([
    [[4, 2], 'lxml>=4.2', 'pyproject.toml'],
    [[4, 9], 'lxml ^4.9', 'pyproject.toml'],
  ]);
  const setup = 'from setuptools import setup\nsetup(install_requires=["lxml>=2.3.2", f"{name}>=3"])';
  expect(lxmlIn({ '/work/setup.py': setup })).toEqual([[[2, 3, 2], 'lxml>=2.3.2', 'setup.py']]);
  const configuration = '[options]\ninstall_requires =\n    lxml >= 4.0\n    flask\n';
  expect(lxmlIn({ '/work/setup.cfg': configuration })).toEqual([[[4, 0], 'lxml >= 4.0', 'setup.cfg']]);
  const lock = '[[package]]\nname = "lxml"\nversion = "5.3.0"\nsource = { registry = "x" }\n';
  expect(lxmlIn({ '/work/uv.lock': lock })).toEqual([[[5, 3, 0], 'lxml 5.3.0', 'uv.lock']]);
  const texts = { '/work/requirements/base.txt': 'lxml==4.6.3', '/work/requirements-dev.txt': 'lxml>=6.1' };
  expect(lxmlIn(texts)).toEqual([[[4, 6, 3], 'lxml==4.6.3', 'requirements/base.txt']]);
});

test('projects that bound nothing', () => {
  expect(findRequirements('/work', madeUpFiles({ '/work/requirements.txt': 'lxml\n' }))).toBeUndefined();
  expect(findRequirements('/work', madeUpFiles({ '/work/pyproject.toml': 'not [ toml' }))).toBeUndefined();
});
