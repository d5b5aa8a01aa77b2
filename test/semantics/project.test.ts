// Questions about a whole project: modules by path, classes by name, and the listing for people.

import { expect, test } from 'vitest';
import { describe } from '../../src/python/semantics/index.ts';
import { projectOf } from './fixtures.ts';

const project = projectOf([
  { path: 'src/app/__init__.py', text: '' },
  {
    path: 'src/app/base.py',
    text: 'import pickle\nclass A(pickle.Unpickler): pass\nclass Outer:\n    class Inner(A): pass\n',
  },
  { path: 'src/app/use.py', text: 'from .base import A\nimport gone\nclass B(A): pass\nclass C(gone.D): pass\n' },
  { path: 'tools/run.py', text: 'import os\nos.system("ls")\nx.y()\n' },
]);

test('modules are found by the path they were given and named by their place', () => {
  expect(project.modules.map(({ name }) => name)).toEqual(['app', 'app.base', 'app.use', 'tools.run']);
  expect(project.moduleAt('src/app/use.py')?.name).toBe('app.use');
  expect(project.moduleAt('app/use.py')).toBeUndefined();
});

test('classes are found by name, in the project and in libraries', () => {
  expect(project.classNamed('app.use.B')?.ancestors.slice(0, 3)).toEqual([
    'app.use.B',
    'app.base.A',
    'pickle.Unpickler',
  ]);
  expect(project.classNamed('app.base.Outer.Inner')?.ancestors).toContain('app.base.A');
  expect(project.classNamed('ssl.SSLSocket')?.ancestors).toContain('socket.socket');
  expect(project.classNamed('app.use.Nothing')).toBeUndefined();
  expect(project.classNamed('nowhere.X')).toBeUndefined();
});

test('subclasses are told from others, and from what is not known', () => {
  expect(project.isSubclass('app.use.B', 'pickle.Unpickler')).toBe(true);
  expect(project.isSubclass('app.base.A', 'app.use.B')).toBe(false);
  expect(project.isSubclass('app.use.C', 'pickle.Unpickler')).toBeUndefined();
  expect(project.isSubclass('ssl.SSLSocket', 'socket.socket')).toBe(true);
});

test('a module is listed in the notation of the fixtures', () => {
  const module = project.moduleAt('tools/run.py');
  expect(module && describe(module)).toBe(
    '2: os.system("ls")  # name: os.system  # value: os.system()\n3: x.y()  # name: nothing  # value: ?.y() | ?',
  );
});
