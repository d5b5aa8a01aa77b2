// Code as people write it, before and after: what a fix changes, and that it changes nothing else.

import { describe, expect, test } from 'vitest';
import { fixText } from './fix-text.ts';

/** Before and after, with `decode` standing for a call that is to be made strict. */
const decodes = (call: string): string =>
  `import base64\n\nimport flask\n\n\ndef view():\n    state = flask.request.args["state"]\n    return ${call}\n`;

describe('arguments', () => {
  test.each([
    ['base64.b64decode(state)', 'base64.b64decode(state, validate=True)'],
    ['base64.b64decode(state,)', 'base64.b64decode(state, validate=True,)'],
    ['base64.b64decode( state )', 'base64.b64decode( state, validate=True )'],
    ['base64.b64decode((state))', 'base64.b64decode((state), validate=True)'],
    ['base64.b64decode(((state)) , )', 'base64.b64decode(((state)) , validate=True, )'],
    ['base64.b64decode(s=state)', 'base64.b64decode(s=state, validate=True)'],
    ['base64.b64decode(s=(state))', 'base64.b64decode(s=(state), validate=True)'],
    ['base64.b64decode(state, validate=False)', 'base64.b64decode(state, validate=True)'],
    ['base64.b64decode(state, validate=(False))', 'base64.b64decode(state, validate=(True))'],
    ['base64.b64decode(state, None, False)', 'base64.b64decode(state, None, True)'],
    ['base64.b64decode(state, None)', 'base64.b64decode(state, None, validate=True)'],
    ['(base64.b64decode)(state)', '(base64.b64decode)(state, validate=True)'],
    ['base64 . b64decode (state)', 'base64 . b64decode (state, validate=True)'],
    ['base64.b64decode(state) + b")"', 'base64.b64decode(state, validate=True) + b")"'],
    ['base64.b64decode(state + ")(,")', 'base64.b64decode(state + ")(,", validate=True)'],
    ['base64.b64decode(\n        state\n    )', 'base64.b64decode(\n        state,\n        validate=True\n    )'],
    ['base64.b64decode(\n        state,\n    )', 'base64.b64decode(\n        state,\n        validate=True,\n    )'],
    [
      'base64.b64decode(\n        state,  # what (they, sent\n        # and more\n    )',
      'base64.b64decode(\n        state,  # what (they, sent\n        validate=True,\n        # and more\n    )',
    ],
    [
      'base64.b64decode(\n        state  # what they sent\n    )',
      'base64.b64decode(\n        state,  # what they sent\n        validate=True\n    )',
    ],
    [
      'base64.b64decode(state,\n                            None)',
      'base64.b64decode(state,\n                            None, validate=True)',
    ],
    ['base64.b64decode(state \\\n        )', 'base64.b64decode(state, validate=True \\\n        )'],
    ['[base64.b64decode(each) for each in [state]]', '[base64.b64decode(each, validate=True) for each in [state]]'],
    ['(lambda: base64.b64decode(state))()', '(lambda: base64.b64decode(state, validate=True))()'],
    ['base64.b64decode("é" + state)', 'base64.b64decode("é" + state, validate=True)'],
  ])('%s', async (before, after) => expect((await fixText(decodes(before))).text).toBe(decodes(after)));

  test.each([
    ['base64.b64decode(*[state])', /its arguments come in \*\[state\]/],
    ['base64.b64decode(state, **OPTIONS)', /its arguments come in \*\*OPTIONS/],
    ['f"{base64.b64decode(state)}"', /formatted string/],
    ['base64.b64decode("".join(state), None, False  # why\n    )', undefined],
    ['base64.decodebytes(state.encode())', /broken into lines/],
  ])('%s is left as it is, or done', async (before, why) => {
    const { text, obstacles } = await fixText(decodes(before).replace('\n\n\n', '\nOPTIONS = {}\n\n'));
    if (why === undefined) expect(text).toContain('True  # why');
    else {
      expect(text).toBe(decodes(before).replace('\n\n\n', '\nOPTIONS = {}\n\n'));
      expect(obstacles.join()).toMatch(why);
    }
  });

  test('nested calls are mended one round after the other', async () => {
    const { text, outcome } = await fixText(decodes('base64.b64decode(base64.b64decode(state))'));
    expect(text).toBe(decodes('base64.b64decode(base64.b64decode(state, validate=True), validate=True)'));
    expect(outcome.fixed.length).toBe(2);
  });

  test('a comment in what would change keeps it from being changed', async () => {
    const source =
      'import os, subprocess, threading\nsubprocess.Popen(["ls"], preexec_fn=(\n    # new session\n    os.setsid\n))\n';
    const { text, obstacles } = await fixText(source);
    expect(text).toBe(source);
    expect(obstacles).toEqual(['a comment stands in what would change']);
  });
});

describe('the way a file is written', () => {
  const lines = ['import base64', '', 'import flask', '', 'def view():', '\tstate = flask.request.args["s"]'];
  const before = [...lines, '\tif base64.b64decode(', '\t\t\tstate,', '\t):', '\t\tpass', ''];
  const after = [...lines, '\tif base64.b64decode(', '\t\t\tstate,', '\t\t\tvalidate=True,', '\t):', '\t\tpass', ''];

  test.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
    ['carriage returns', '\r'],
  ])('%s', async (_, end) => expect((await fixText(before.join(end))).text).toBe(after.join(end)));

  test('a byte-order mark', async () => {
    expect((await fixText(`\ufeff${before.join('\n')}`)).text).toBe(`\ufeff${after.join('\n')}`);
  });

  test('no line end at the end', async () => {
    const short = 'import os, subprocess, threading\nsubprocess.Popen(["ls"], preexec_fn=os.setsid)';
    expect((await fixText(short)).text).toBe(short.replace('preexec_fn=os.setsid', 'start_new_session=True'));
  });

  const latin = (text: string) => Uint8Array.from([...text].map((character) => character.charCodeAt(0)));

  test.each(['latin-1', 'cp1252', 'iso-8859-15', 'koi8-r'])('the encoding %s', async (name) => {
    const text = (lines: readonly string[]) =>
      latin(`# -*- coding: ${name} -*-\n# \xe9\xf8\n${lines.join('\n')}\n# \xc4\n`);
    expect((await fixText(text(before))).bytes).toEqual(text(after));
  });

  test('an encoding of several bytes a character is left alone', async () => {
    const source = Uint8Array.from([
      ...latin('# coding: shift_jis\n# '),
      0x93,
      0xfa,
      ...latin(`\n${before.join('\n')}`),
    ]);
    const { bytes, outcome } = await fixText(source);
    expect(bytes).toEqual(source);
    expect(outcome.dropped.map(({ why }) => why)).toEqual(['the result cannot be written in the encoding of the file']);
  });

  test('a file with a statement that cannot be read is left alone', async () => {
    const { text, obstacles } = await fixText(`${before.join('\n')}\ndef broken(:\n`);
    expect(text).not.toContain('validate');
    expect(obstacles).toEqual(['the file is not wholly readable as Python']);
  });

  test('single quotes, where the file prefers them', async () => {
    const source = "import subprocess\nNAME = 'x'\nsubprocess.run('ls -l', shell=True)\n";
    expect((await fixText(source)).text).toBe("import subprocess\nNAME = 'x'\nsubprocess.run(['ls', '-l'])\n");
  });
});

describe('statements', () => {
  const off = 'ssl._create_default_https_context = ssl._create_unverified_context';

  test.each([
    ['import ssl\n@\nx = 1\n', 'import ssl\nx = 1\n'],
    ['import ssl\n@  # for the proxy\nx = 1\n', 'import ssl\n# for the proxy\nx = 1\n'],
    ['import ssl\nif True:\n    @\n', 'import ssl\nif True:\n    pass\n'],
    ['import ssl\ndef f():\n    """Off."""\n    @\n', 'import ssl\ndef f():\n    """Off."""\n'],
    [
      'import ssl\ntry:\n    @\nexcept AttributeError:\n    pass\n',
      'import ssl\ntry:\n    pass\nexcept AttributeError:\n    pass\n',
    ],
    ['import ssl\r\n@\r\nx = 1\r\n', 'import ssl\r\nx = 1\r\n'],
    ['import ssl\n@', 'import ssl\n'],
  ])('%j', async (before, after) => expect((await fixText(before.replace('@', off))).text).toBe(after));

  test.each(['import ssl\nx = 1; @\n', 'import ssl\nif True: @\n', 'import ssl\n@; x = 1\n'])(
    '%j shares its line',
    async (before) => {
      const { text, obstacles } = await fixText(before.replace('@', off));
      expect(text).toBe(before.replace('@', off));
      expect(obstacles).toEqual(['another statement stands on the same line']);
    },
  );

  test('a second statement goes behind the first, with a name of its own', async () => {
    const before =
      'import tempfile\n\ndef f(fd):\n\tif fd:\n\t\tname = tempfile.mktemp(".x")  # free\n\t\treturn name\n';
    const after =
      'import os\nimport tempfile\n\ndef f(fd):\n\tif fd:\n\t\tfd2, name = tempfile.mkstemp(".x")  # free\n\t\tos.close(fd2)\n\t\treturn name\n';
    expect((await fixText(before)).text).toBe(after);
  });
});

describe('imports', () => {
  const call = '\ndef f(server):\n    smtplib.SMTP("a.example").starttls()\n';
  const done = (name: string) => call.replace('starttls()', `starttls(context=${name}())`);
  const made = 'ssl.create_default_context';

  test.each([
    ['import smtplib\n', 'import smtplib\nimport ssl\n', made],
    ['import smtplib\nimport sys\n', 'import smtplib\nimport ssl\nimport sys\n', made],
    ['import smtplib\nimport ssl\n', 'import smtplib\nimport ssl\n', made],
    ['import smtplib\nimport ssl as tls\n', 'import smtplib\nimport ssl as tls\n', 'tls.create_default_context'],
    [
      'import smtplib\nfrom ssl import create_default_context\n',
      'import smtplib\nfrom ssl import create_default_context\n',
      'create_default_context',
    ],
    [
      'import smtplib\nfrom ssl import create_default_context as make\n',
      'import smtplib\nfrom ssl import create_default_context as make\n',
      'make',
    ],
    ['import smtplib\nfrom os import path\n', 'import smtplib\nimport ssl\nfrom os import path\n', made],
    [
      'from os import path\nimport smtplib\nfrom time import sleep\n',
      'from os import path\nimport smtplib\nimport ssl\nfrom time import sleep\n',
      made,
    ],
    [
      '"""Mail."""\n\nimport smtplib\n\nimport flask\n',
      '"""Mail."""\n\nimport smtplib\nimport ssl\n\nimport flask\n',
      made,
    ],
    [
      'from __future__ import annotations\n\nimport smtplib\n',
      'from __future__ import annotations\n\nimport smtplib\nimport ssl\n',
      made,
    ],
    ['import os, smtplib  # both\n', 'import os, smtplib  # both\nimport ssl\n', made],
    ['# mail\nimport smtplib\n\nssl = None\n', undefined, 'the name ssl is taken'],
    ['import smtplib\n\ndef ssl(): pass\n', undefined, 'the name ssl is taken'],
    ['import smtplib\ntry:\n    import ssl\nexcept ImportError:\n    ssl = None\n', undefined, 'the name ssl is taken'],
    ['import smtplib\nif True:\n    import ssl\n', 'import smtplib\nimport ssl\nif True:\n    import ssl\n', made],
  ])('%j', async (before, after, name) => {
    const { text, obstacles } = await fixText(before + call);
    if (after === undefined) {
      expect(text).toBe(before + call);
      expect(obstacles).toEqual([name]);
    } else {
      expect(text).toBe(after + done(name as string));
    }
  });

  test('an import behind the docstring of a file without any', async () => {
    const before = '"""Mail."""\ndef f(server):\n    import smtplib\n    smtplib.SMTP("a.example").starttls()\n';
    const after =
      '"""Mail."""\n\nimport ssl\n\ndef f(server):\n    import smtplib\n    smtplib.SMTP("a.example").starttls(context=ssl.create_default_context())\n';
    expect((await fixText(before)).text).toBe(after);
  });

  test('a local name hides an import', async () => {
    const before = `import smtplib\nimport ssl\n\ndef f(ssl):\n    smtplib.SMTP("a.example").starttls()\n`;
    const { text, obstacles } = await fixText(before);
    expect(text).toBe(before);
    expect(obstacles).toEqual(['the name ssl is taken']);
  });

  test('an import of the same function is used, one of another is not', async () => {
    const other =
      'import smtplib\n\ndef g():\n    import ssl as tls\n\ndef f():\n    smtplib.SMTP("a.example").starttls()\n';
    expect((await fixText(other)).text).toContain('import smtplib\nimport ssl\n');
    const own = 'import smtplib\n\ndef f():\n    import ssl as tls\n    smtplib.SMTP("a.example").starttls()\n';
    expect((await fixText(own)).text).toBe(own.replace('starttls()', 'starttls(context=tls.create_default_context())'));
  });

  test('a module of the project stands in for no library', async () => {
    const before = `import smtplib\n${call}`;
    const { text, obstacles } = await fixText(before, { more: { 'ssl.py': '' } });
    expect(text).toBe(before);
    expect(obstacles).toEqual(['the project has a module ssl of its own']);
  });

  test('several fixes share an import', async () => {
    const before = 'import smtplib\n\nsmtplib.SMTP("a.example").starttls()\nsmtplib.SMTP("b.example").starttls()\n';
    const { text, outcome } = await fixText(before);
    expect(text.match(/import ssl/g)).toHaveLength(1);
    expect(outcome.fixed).toHaveLength(2);
  });
});

describe('operators', () => {
  const source = (line: string) =>
    `import hmac\n\nimport flask\n\n\ndef f(key, body):\n    given = flask.request.args["s"]\n    mac = hmac.new(key, body, "sha256").hexdigest()\n    ${line}\n`;

  test.each([
    ['return mac == given', 'return hmac.compare_digest(mac, given)'],
    ['return mac != given', 'return not hmac.compare_digest(mac, given)'],
    ['return (mac != given) + 1', 'return (not hmac.compare_digest(mac, given)) + 1'],
    ['return key and mac != given', 'return key and (not hmac.compare_digest(mac, given))'],
    ['return not mac == given', 'return not hmac.compare_digest(mac, given)'],
    ['return f(mac == (given))', 'return f(hmac.compare_digest(mac, given))'],
    ['assert mac == given, "bad"', 'assert hmac.compare_digest(mac, given), "bad"'],
  ])('%s', async (before, after) => expect((await fixText(source(before))).text).toBe(source(after)));
});

describe('what is kept', () => {
  test('findings that a comment acknowledges are not fixed', async () => {
    const source = decodes('base64.b64decode(state)').replace(
      'state)\n',
      'state)  # heed: ignore[base64/lenient-decode] -- old\n',
    );
    expect((await fixText(source)).text).toBe(source);
  });

  test('a version that the project does not run on is not asked for', async () => {
    const source = decodes('binascii.a2b_base64(state)').replace('import base64', 'import binascii');
    const old = await fixText(source);
    expect(old.text).toBe(source);
    expect(old.obstacles).toEqual(['it needs Python 3.11, and the project runs on 3.9']);
    const target = { minimum: [3, 11], maximum: [3, 14], source: 'configuration' } as const;
    expect((await fixText(source, { target })).text).toContain('a2b_base64(state, strict_mode=True)');
  });

  test('what was fixed is not fixed again', async () => {
    const once = await fixText(decodes('base64.b64decode(state)'));
    const twice = await fixText(once.text);
    expect(twice.text).toBe(once.text);
    expect(twice.outcome.fixed).toEqual([]);
  });
});
