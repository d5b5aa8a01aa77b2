// Which of its considerations a rule that carries several reports. Fixtures speak of messages, which several may share.

import { expect, test } from 'vitest';
import { considerations } from '../../src/rules/index.ts';
import { analyse } from '../../src/scan/analyse.ts';
import { defaultTarget, readTarget } from './fixture.ts';

function codesOf(id: string, code: string): readonly string[] {
  const rule = considerations.filter((each) => each.id === id);
  const bytes = new TextEncoder().encode(`${code}\n`);
  const { findings } = analyse([{ path: 'app.py', bytes, role: 'app' }], rule, {
    target: readTarget(/^# python:(.*)$/m.exec(code)?.[1] ?? '') ?? defaultTarget,
    threatModel: 'web',
  });
  return findings.filter(({ verdict }) => verdict !== 'pass').map((each) => each.code);
}

const client = 'import ssl\ncontext = ssl.create_default_context()\ncontext.verify_mode = ssl.CERT_OPTIONAL';
const server = `import ssl
def serve(listener):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls = context.wrap_socket(listener, server_side=True)
    return tls.getpeercert()["subject"]`;

test.each([
  ['pickle/untrusted-load', 'import pickle, flask\npickle.loads(flask.request.data)', 'PKL-01'],
  ['pickle/untrusted-load', 'import dill, flask\ndill.loads(flask.request.data)', 'PKL-01'],
  ['pickle/untrusted-load', 'from pickle import loads as read\nimport flask\nread(flask.request.data)', 'PKL-13'],
  ['pickle/untrusted-load', 'import pickle, flask\nread = pickle.loads\nread(flask.request.data)', 'PKL-13'],
  [
    'xml/entity-expansion',
    '# python: 3.12; expat 2.6.0\nimport xml.etree.ElementTree as ET, flask\nET.XML(flask.request.data)',
    'XML-02',
  ],
  [
    'zipfile/unmended-reader',
    '# python: =3.11.7\nimport zipfile, flask\nzipfile.Path(flask.request.files["a"]).exists()',
    'ZIP-11',
  ],
  ['ssl/certificate-optional', client, 'SSL-04'],
  ['ssl/certificate-optional', server, 'SSL-05'],
])('%s\n%s\n', (id, python, expected) => {
  expect(codesOf(id, python)).toEqual([expected]);
});
