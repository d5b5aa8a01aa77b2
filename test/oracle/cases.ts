// The hand-written cases: constructs and corners that libraries show rarely or never. Three kinds are written out to the
// cache folder as files, so that they are compared like any other:
//   cases/*.py          sources that CPython accepts
//   cases/rejected.txt  sources that CPython rejects, one a line; ⏎ stands for a line end, and each goes also between
//                       statements that are fine, where an error must not spread
//   below               bytes that a text file in a repository would not survive

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Each character is one byte. */
const byteCases: Readonly<Record<string, string>> = {
  empty: '',
  'only-newline': '\n',
  'only-comment': '# a',
  'only-blanks': '   \t ',
  'only-form-feed': '\f',
  'no-last-newline': 'a\nb',
  'no-last-newline-in-block': 'if a:\n  b',
  'no-last-newline-comment': 'if a:\n  b\n# c',
  'no-last-newline-indented-comment': 'if a:\n  b\n  # c',
  'no-last-newline-blanks': 'if a:\n  b\n   ',
  'carriage-returns': 'a = 1\rif a:\r  b\r  c\rd\r',
  'carriage-return-newlines': 'a = 1\r\nif a:\r\n  b\r\n\r\n  c\r\nd\r\n',
  'mixed-line-ends': 'a\rb\nc\r\nd\n\re\r\rf\n',
  'line-ends-in-strings': 'a = """x\r\ny\rz\n\r"""\nb = \'\\\r\nc\'\nd = \'\\\re\'\nf"""{a}\r\n{b}\r"""\n',
  'line-ends-in-bytes': "a = b'''x\r\ny\rz'''\nrb'''\\\r\n'''\n",
  'line-ends-in-template': "t'''{a\r\n+ b}\r{c}'''\n",
  'line-ends-in-brackets': '(a,\r\n b,\r c)\nd\n',
  'continuation-carriage-return': 'a = \\\r\n  b\r\nc = \\\r  d\n',
  'byte-order-mark': '\xef\xbb\xbfa = 1\nb\n',
  'byte-order-mark-only': '\xef\xbb\xbf',
  'byte-order-mark-cookie': '\xef\xbb\xbf# coding: utf-8\na = "\xc3\xa9"; b\n',
  'byte-order-mark-string': '\xef\xbb\xbf"\xc3\xa9"; a\n',
  'byte-order-mark-indented': '\xef\xbb\xbf  a\n',
  'byte-order-mark-inside': 'a\n\xef\xbb\xbfb\n',
  'byte-order-mark-wrong-cookie': '\xef\xbb\xbf# coding: latin-1\na\n',
  'cookie-latin-1': '# -*- coding: latin-1 -*-\na = "\xe9"; \xe9 = b\nc\n',
  'cookie-iso-8859-1': '# vim: set fileencoding=iso-8859-1 :\n"\xe9\xff"; a\n',
  'cookie-iso-8859-15': '# coding: iso-8859-15\n"\xa4\xe9"; a\n',
  'cookie-second-line': '#!/usr/bin/python\n# coding=latin1\n"\xe9"; a\n',
  'cookie-second-line-blank-first': '\n# coding: latin-1\n"\xe9"; a\n',
  'cookie-second-line-form-feed': '\f\n# coding: latin-1\n"\xe9"; a\n',
  'cookie-after-code': 'a\n# coding: latin-1\n"\xc3\xa9"; a\n',
  'cookie-third-line': '#\n#\n# coding: latin-1\n"\xc3\xa9"; a\n',
  'cookie-in-code-line': 'a # coding: latin-1\n"\xc3\xa9"; a\n',
  'cookie-cp1252': '# coding: cp1252\n"\x80\x93\xe9"; a\n',
  'cookie-cp1251': '# coding: cp1251\n"\xcf\xf0\xe8\xe2\xe5\xf2"; \xef = a\n',
  'cookie-koi8-r': '# coding: koi8-r\n"\xf0\xd2\xc9"; a\n',
  'cookie-mac-roman': '# coding: mac-roman\n"\x8e"; a\n',
  'cookie-cp437': '# coding: cp437\n"\x82"; a\n',
  'cookie-shift-jis': '# coding: shift_jis\n"\x83e\x83X\x83g"; a\n',
  'cookie-euc-jp': '# coding: euc-jp\n"\xa5\xc6\xa5\xb9"; a\n',
  'cookie-gbk': '# coding: gbk\n"\xb2\xe2"; a\n',
  'cookie-gb18030': '# coding: gb18030\n"\xb2\xe2"; a\n',
  'cookie-big5': '# coding: big5\n"\xb4\xfa"; a\n',
  'cookie-euc-kr': '# coding: euc-kr\n"\xc5\xd7"; a\n',
  'cookie-ascii': '# coding: ascii\na\n',
  'cookie-ascii-violated': '# coding: ascii\n"\xc3\xa9"\n',
  'cookie-us-ascii': '# coding: us-ascii\na\n',
  'cookie-utf8': '# coding: utf8\n"\xc3\xa9"; a\n',
  'cookie-utf8-upper': '# coding: UTF-8\n"\xc3\xa9"; a\n',
  'cookie-utf-8-sig': '# coding: utf-8-sig\n"\xc3\xa9"; a\n',
  'cookie-utf-8-unix': '# coding: utf-8-unix\n"\xc3\xa9"; a\n',
  'cookie-latin-1-unix': '# coding: latin-1-unix\n"\xe9"; a\n',
  'cookie-utf-7': '# coding: utf-7\na = "+AOk-"\n',
  'cookie-utf-16': '# coding: utf-16\na\n',
  'cookie-unknown': '# coding: no-such-coding\na\n',
  'cookie-rot13': '# coding: rot13\na\n',
  'cookie-hex': '# coding: hex\na\n',
  'cookie-unicode-escape': '# coding: unicode_escape\na = "\\x41"\n',
  'cookie-raw-unicode-escape': '# coding: raw_unicode_escape\na = "\\u0041"\n',
  'cookie-carriage-return': '# coding: latin-1\r"\xe9"; a\r',
  'cookie-carriage-return-newline': '# coding: latin-1\r\n"\xe9"; a\r\n',
  'utf-16-little': '\xff\xfea\0\n\0',
  'utf-16-big': '\xfe\xff\0a\0\n',
  'not-utf-8': 'a\n"\xe9"\n',
  'not-utf-8-comment': 'a\n# \xe9\nb\n',
  'not-utf-8-overlong': '"\xc0\xaf"\n',
  'not-utf-8-surrogate': '"\xed\xa0\x80"\n',
  'not-utf-8-beyond': '"\xf4\x90\x80\x80"\n',
  'not-utf-8-cut-off': 'a = "\xe2\x82"\n',
  'nul-in-code': 'a\0b\n',
  'nul-in-string': '"a\0b"\n',
  'nul-in-comment': 'a # b\0c\nd\n',
  'nul-at-end': 'a\n\0',
  'control-z': 'a\n\x1a\nb\n',
  'control-characters': 'a\x01b\n',
  'vertical-tab': 'a\x0bb\n',
  'form-feed-indents': 'if a:\n\f  b\n\f  c\n  \fd\n',
  'form-feed-resets': 'if a:\n    b\n  \f    c\n',
  'form-feed-between': '\fa\n\f\nb\n\f\n\fdef f():\n  pass\n\f\n',
  'form-feed-inside': 'a\f=\fb\n(a\f+\fb)\n',
  'tabs-eight': 'if a:\n        b\n\tc\n',
  'tabs-consistent': 'if a:\n\tb\n\tif c:\n\t\td\n\t\te\n\tf\n',
  'tabs-after-blanks': 'if a:\n  \tb\n  \tc\n',
  'tabs-mixed-depths': 'if a:\n\tif b:\n\t    c\n\t    d\n\te\n',
  'tabs-in-line': 'a\t=\tb\t+\tc\n',
  'blank-lines-with-blanks': 'if a:\n  b\n      \n\t\n  c\n',
  'comments-at-odd-indents': 'if a:\n# x\n  b\n      # y\n # z\n  c\n# w\n',
  'comments-in-brackets': '(a, # x\n# y\n  b # z\n)\n',
  'continuation-at-start': '\\\na\n',
  'continuation-at-start-indented': 'if a:\n    \\\n  b\n    c\n',
  'continuation-in-indent': 'if a:\n  \\\n    b\n',
  'continuation-then-blank': 'a = 1 \\\n\nb\n',
  'continuation-at-end': 'a\\\n',
  'continuation-at-end-of-file': 'a\\',
  'continuation-then-comment': 'a = 1 + \\\n# b\n2\n',
  'continuation-in-brackets': '(a \\\n, b\\\n)\n',
  'continuation-inside-names': 'a\\\nb\n',
  'continuation-many': 'a \\\n\\\n\\\n= b\n',
  'continuation-in-else': 'if a: b\nelse \\\n: c\n',
  'semicolons-at-end': 'a;\nif b: c;\nif d:\n  e; f;\n',
  'identifier-normalised': '\xe2\x84\x8c = \xef\xac\x81 + \xf0\x9d\x90\xb1\nclass \xe2\x84\x8c(\xef\xac\x81=1): pass\n',
  'identifier-normalised-everywhere':
    'import \xe2\x84\x8c.\xef\xac\x81 as \xf0\x9d\x90\xb1\nfrom .\xef\xac\x81 import \xef\xac\x82 as \xef\xac\x83\n' +
    'def \xef\xac\x81(\xef\xac\x81: \xef\xac\x81 = \xef\xac\x81): global \xef\xac\x82; \xef\xac\x81.\xef\xac\x82(\xef\xac\x83=1)\n',
  'identifier-combining': 'x\xcc\x82 = e\xcc\x81; \xc3\xa9\n',
  'identifier-middle-dot': 'a\xc2\xb7b = 1\n',
  'identifier-digits': 'a\xd9\xa1 = 1\n',
  'identifier-keyword-lookalike': '\xf0\x9d\x90\x9d\xf0\x9d\x90\x9e\xf0\x9d\x90\x9f = 1\n',
  'identifier-starts-with-digit': '\xd9\xa1a = 1\n',
  'identifier-joiner': 'a\xe2\x80\x8db = 1\n',
  'identifier-emoji': '\xf0\x9f\x98\x80 = 1\n',
  'no-break-space': 'a\xc2\xa0= b\n',
  'zero-width-space': 'a\xe2\x80\x8b = b\n',
  'line-separator': 'a\xe2\x80\xa8b\n',
  'line-separator-in-string': '"a\xe2\x80\xa8b\xc2\x85c"\nd\n',
  'next-line': 'a\xc2\x85b\n',
};

const fine = ['before = 1', 'def around(a, b):', '    return a + b'];

/** Brings `folder` up to date; what is right already is left alone, so that two runs at once do not disturb each other. */
export function writeCases(folder: string): void {
  const files = new Map<string, Buffer>();
  const written = fileURLToPath(new URL('cases', import.meta.url));
  for (const name of readdirSync(written)) {
    if (name.endsWith('.py')) files.set(`accepted/${name}`, readFileSync(path.join(written, name)));
  }
  for (const [name, text] of Object.entries(byteCases)) files.set(`bytes/${name}.py`, Buffer.from(text, 'latin1'));
  const rejected = readFileSync(path.join(written, 'rejected.txt'), 'utf8').split('\n');
  for (const [index, line] of rejected.entries()) {
    if (line === '') continue;
    const source = line.replaceAll('⏎', '\n');
    const name = String(index + 1).padStart(4, '0');
    files.set(`rejected/${name}.py`, Buffer.from(`${source}\n`));
    files.set(`rejected/${name}-between.py`, Buffer.from(`${fine.join('\n')}\n${source}\nafter = 2\n`));
  }

  for (const kind of ['accepted', 'bytes', 'rejected']) {
    mkdirSync(path.join(folder, kind), { recursive: true });
    for (const name of readdirSync(path.join(folder, kind))) {
      if (!files.has(`${kind}/${name}`)) rmSync(path.join(folder, kind, name));
    }
  }
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    if (!existsSync(file) || !readFileSync(file).equals(content)) writeFileSync(file, content);
  }
}
