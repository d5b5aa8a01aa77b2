// What generated programs are made of. Each part is Python with two readings, `«hostile||safe»`, and these words: IN and
// OUT are the variables that hold the value before and after, K is a number of the part's own for names that must not
// clash, C is an expression for a harmless constant. A part that is not the one that decides is always read as hostile:
// it hands the value on unchanged, or checks it in a way that is not enough.

export interface Part {
  readonly name: string;
  readonly ability: string;
  readonly imports?: string;
  /** definitions outside of the function */
  readonly module?: string;
  readonly body: string;
}

export type SinkKind = 'shell' | 'pickle';

export interface Sink {
  readonly name: string;
  readonly kind: SinkKind;
  readonly imports: string;
  readonly body: string;
}

/** `OUT` gets a text from outside. */
export const sources: readonly Part[] = [
  ['args', 'OUT = flask.request.args["q"]'],
  ['args-get', 'OUT = flask.request.args.get("name", "")'],
  ['form', 'OUT = flask.request.form["field"]'],
  ['values', 'OUT = flask.request.values.get("v") or ""'],
  ['cookie', 'OUT = flask.request.cookies.get("state", "")'],
  ['header', 'OUT = flask.request.headers.get("X-Job", "")'],
  ['json', 'OUT = flask.request.get_json()["text"]'],
  ['json-attribute', 'OUT = str(flask.request.json.get("text", ""))'],
  ['body-text', 'OUT = flask.request.get_data(as_text=True)'],
  ['body-bytes', 'OUT = flask.request.get_data().decode("latin-1")'],
  ['getlist', 'OUT = flask.request.args.getlist("q")[0]'],
].map(([name = '', body = '']) => ({
  name,
  ability: 'sources',
  imports: 'import flask',
  body: `«${body}||${body.replace(/^OUT =/, 'asked =')}\nOUT = C»`,
}));

const part = (ability: string, name: string, body: string, more: Partial<Part> = {}): Part => ({
  name,
  ability,
  body: body.replace(/^\n/, '').trimEnd(),
  ...more,
});

const branches = [
  part('branches', 'if-arithmetic', 'if 6 * 7 «==||!=» 42:\n    OUT = IN\nelse:\n    OUT = C'),
  part('branches', 'if-length', 'OUT = C\nif len(("a", "b")) «<||>» 3:\n    OUT = IN'),
  part('branches', 'conditional', 'OUT = IN if "x" «in||not in» "xyz" else C'),
  part('branches', 'boolean', 'ready, broken = True, «False||True»\nOUT = C\nif ready and not broken:\n    OUT = IN'),
  part('branches', 'module-flag', 'OUT = C\nif MODE_K[0] == "r":\n    OUT = IN', { module: 'MODE_K = "«rw||w»"' }),
  part(
    'branches',
    'match-literal',
    'match "«csv||xml»":\n    case "csv" | "tsv":\n        OUT = IN\n    case _:\n        OUT = C',
  ),
  part(
    'branches',
    'match-sequence',
    'match [C, IN]:\n    case [first, second]:\n        OUT = «second||first»\n    case _:\n        return',
  ),
  part(
    'branches',
    'match-mapping',
    'match {"a": C, "b": IN}:\n    case {"«b||a»": found}:\n        OUT = found\n    case _:\n        return',
  ),
  part('branches', 'loop-last', 'OUT = C\nfor each in «(C, IN)||(IN, C)»:\n    OUT = each'),
  part(
    'branches',
    'loop-break',
    'OUT = C\nfor at, each in enumerate((C, IN, C)):\n    OUT = each\n    if at == «1||0»:\n        break',
  ),
  part(
    'branches',
    'while-break',
    'count_K = 0\nwhile True:\n    count_K += 1\n    OUT = IN if count_K == «3||4» else C\n    if count_K >= 3:\n        break',
  ),
  part('branches', 'handler', 'try:\n    OUT = {"a": C}["«b||a»"]\nexcept KeyError:\n    OUT = IN'),
  part('branches', 'walrus', 'if (many_K := «2||0») > 1:\n    OUT = IN\nelse:\n    OUT = C'),
];

const containers = [
  part('containers', 'list-index', 'row_K = [C, IN, C]\nOUT = row_K[«1||2»]'),
  part('containers', 'list-append-pop', 'row_K = [C]\nrow_K.append(IN)\n«pass||row_K.append(C)»\nOUT = row_K.pop()'),
  part('containers', 'list-insert', 'row_K = [IN]\nrow_K.insert(0, C)\nOUT = row_K[«1||0»]'),
  part('containers', 'list-slice', 'row_K = [C, C, IN]\nOUT = row_K[«1:||:2»][-1]'),
  part('containers', 'list-extend', 'row_K = []\nrow_K.extend((C, IN))\nOUT = row_K[«-1||0»]'),
  part('containers', 'list-replaced', 'row_K = [IN, C]\nrow_K[«1||0»] = C\nOUT = row_K[0]'),
  part('containers', 'dict-key', 'table_K = {"a": IN, "b": C}\nOUT = table_K["«a||b»"]'),
  part(
    'containers',
    'dict-computed-key',
    'table_K = {}\ntable_K["user_" + "id"] = IN\ntable_K["user_" + "role"] = C\nOUT = table_K["user_«id||role»"]',
  ),
  part('containers', 'dict-update', 'table_K = {"a": IN}\ntable_K.update(«b||a»=C)\nOUT = table_K["a"]'),
  part('containers', 'dict-get', 'OUT = {"a": IN, "b": C}.get("«a||b»", C)'),
  part('containers', 'dict-setdefault', 'table_K = {"«a||b»": C}\ntable_K.setdefault("b", IN)\nOUT = table_K["b"]'),
  part('containers', 'dict-merge', 'OUT = («{"a": C} | {"a": IN}||{"a": IN} | {"a": C}»)["a"]'),
  part('containers', 'unpacking', 'first_K, (second_K, third_K) = C, (IN, C)\nOUT = «second_K||third_K»'),
  part('containers', 'starred', 'head_K, *rest_K = [C, C, IN]\nOUT = «rest_K[1]||head_K»'),
  part('containers', 'comprehension', 'OUT = [each for at, each in enumerate((C, IN)) if at == «1||0»][0]'),
  part('containers', 'namedtuple', 'pair_K = Pair_K(IN, C)\nOUT = pair_K.«left||right»', {
    imports: 'import collections',
    module: 'Pair_K = collections.namedtuple("Pair_K", "left right")',
  }),
  part('containers', 'dataclass', 'item_K = Item_K(IN)\nOUT = item_K.«value||label»', {
    imports: 'import dataclasses',
    module: '@dataclasses.dataclass\nclass Item_K:\n    value: str\n    label: str = C',
  }),
  part('containers', 'namespace', 'space_K = types.SimpleNamespace(a=C)\nspace_K.b = IN\nOUT = space_K.«b||a»', {
    imports: 'import types',
  }),
  part('containers', 'string-io', 'file_K = io.StringIO()\nfile_K.write(«IN||C»)\nOUT = file_K.getvalue()', {
    imports: 'import io',
  }),
];

const text = [
  part('text', 'slice', 'long_K = C + IN\nOUT = «long_K[len(C) :]||long_K[: len(C)]»'),
  part('text', 'format', 'OUT = "{«1||0»}".format(C, IN)'),
  part('text', 'percent', 'OUT = "%(«b||a»)s" % {"a": C, "b": IN}'),
  part('text', 'f-string', 'OUT = f"{«IN||C»}"'),
  part('text', 'join', 'OUT = "".join(["", «IN||C»])'),
  part('text', 'replace', 'OUT = "{slot}".replace("{slot}", «IN||C»)'),
  part('text', 'partition', 'key_K, _, rest_K = (C + "|" + IN).partition("|")\nOUT = «rest_K||key_K»'),
  part('text', 'split', 'OUT = (C + "|" + C + "|" + IN).split("|", 2)[«2||1»]'),
  part('text', 'encode', 'OUT = «IN||C».encode("utf-8").decode("utf-8")'),
  part('text', 'template', 'OUT = string.Template("$«b||a»").substitute(a=C, b=IN)', { imports: 'import string' }),
  part('text', 'base64', 'OUT = base64.b64decode(base64.b64encode(«IN||C».encode())).decode()', {
    imports: 'import base64',
  }),
  part('text', 'url', 'OUT = urllib.parse.unquote(urllib.parse.quote(«IN||C»))', { imports: 'import urllib.parse' }),
  part('text', 'json', 'OUT = json.loads(json.dumps({"a": IN, "b": C}))["«a||b»"]', { imports: 'import json' }),
  part('text', 'html', 'OUT = html.unescape(html.escape(«IN||C»))', { imports: 'import html' }),
];

const calls = [
  part('calls', 'positional', 'OUT = pick_K(C, IN)', {
    module: 'def pick_K(first, second):\n    return «second||first»',
  }),
  part('calls', 'keyword', 'OUT = choose_K(«second=IN, first=C||first=IN, second=C»)', {
    module: 'def choose_K(first, second):\n    return second',
  }),
  part('calls', 'star-args', 'OUT = at_K(C, IN)', { module: 'def at_K(*values):\n    return values[«1||0»]' }),
  part('calls', 'star-kwargs', 'OUT = named_K(a=IN, b=C)', {
    module: 'def named_K(**values):\n    return values["«a||b»"]',
  }),
  part('calls', 'default', 'OUT = or_else_K(«IN||»)', { module: 'def or_else_K(value=C):\n    return value' }),
  part('calls', 'lambda', 'give_K = lambda value: «value||C»\nOUT = give_K(IN)'),
  part('calls', 'closure', 'def inner_K():\n    return «IN||C»\n\nOUT = inner_K()'),
  part('calls', 'partial', 'OUT = functools.partial(second_K, C)(IN)', {
    imports: 'import functools',
    module: 'def second_K(first, second):\n    return «second||first»',
  }),
  part('calls', 'decorator', 'OUT = same_K(IN)', {
    imports: 'import functools',
    module: `def wrap_K(function):
    @functools.wraps(function)
    def inner(value):
        return function(«value||C»)

    return inner


@wrap_K
def same_K(value):
    return value`,
  }),
  part('calls', 'generator', 'OUT = list(each_K(IN))[«1||0»]', {
    module: 'def each_K(value):\n    yield C\n    yield value',
  }),
  part('calls', 'context-manager', 'with opened_K(IN) as OUT:\n    pass', {
    imports: 'import contextlib',
    module: '@contextlib.contextmanager\ndef opened_K(value):\n    yield «value||C»',
  }),
  part('calls', 'static-method', 'OUT = Tools_K.take(IN, C)', {
    module: 'class Tools_K:\n    @staticmethod\n    def take(first, second):\n        return «first||second»',
  }),
  part('calls', 'property', 'OUT = Box_K(IN).content', {
    module: `class Box_K:
    def __init__(self, content):
        self._content = content

    @property
    def content(self):
        return «self._content||C»`,
  }),
  part('calls', 'super', 'OUT = Child_K().give(IN)', {
    module: `class Base_K:
    def give(self, value):
        return «value||C»


class Child_K(Base_K):
    def give(self, value):
        return super().give(value)`,
  }),
  part('calls', 'dispatch', 'OUT = handlers_K["«same||fixed»"](IN)', {
    module: 'handlers_K = {"same": lambda value: value, "fixed": lambda value: C}',
  }),
];

const state = [
  part('state', 'self-attribute', 'job_K = Job_K()\njob_K.load(IN)\nOUT = job_K.«current||initial»', {
    module: 'class Job_K:\n    initial = C\n\n    def load(self, value):\n        self.current = value',
  }),
  part('state', 'constructor', 'OUT = Holder_K(IN, C).«value||label»', {
    module:
      'class Holder_K:\n    def __init__(self, value, label):\n        self.value = value\n        self.label = label',
  }),
  part('state', 'module-global', 'remember_K(IN)\nOUT = memory_K["«last||first»"]', {
    module: 'memory_K = {"first": C}\n\n\ndef remember_K(value):\n    memory_K["last"] = value',
  }),
  part('state', 'class-attribute', 'Shared_K.«value||other» = IN\nOUT = Shared_K.value', {
    module: 'class Shared_K:\n    value = C\n    other = C',
  }),
];

const aliases = [
  part('aliases', 'list', 'one_K = [C]\nother_K = «one_K||list(one_K)»\nother_K[0] = IN\nOUT = one_K[0]'),
  part('aliases', 'rebound', 'one_K = «IN||C»\nother_K = one_K\none_K = IN + C\nOUT = other_K'),
  part(
    'aliases',
    'object',
    'one_K = types.SimpleNamespace(a=C)\nother_K = «one_K||types.SimpleNamespace(a=C)»\nother_K.a = IN\nOUT = one_K.a',
    {
      imports: 'import types',
    },
  ),
];

/** Hostile: hands the value on as it is. Safe: hands on a constant that came the same way. */
export const propagations: readonly Part[] = [...branches, ...containers, ...text, ...calls, ...state, ...aliases];

const refuse = (condition: string) => `if ${condition}:\n    return\nOUT = IN`;

/** Hostile: a check that an attack passes. Safe: one that it does not pass, and that `report`, `csv` or `7` does. */
export const guards: readonly Part[] = [
  part('guards', 'membership', refuse('IN«[:0]||» not in ("", "report", "csv")')),
  part('guards', 'set', refuse('«len(IN) in KNOWN_K||IN not in KNOWN_K»'), {
    module: 'KNOWN_K = frozenset({"report", "csv"})',
  }),
  part('guards', 'equality', 'OUT = IN\nif OUT «== "rm"||!= "report"»:\n    return'),
  part('guards', 'full-match', refuse('not re.«match||fullmatch»(r"[a-z0-9]+", IN)'), { imports: 'import re' }),
  part('guards', 'compiled', refuse('PATTERN_K.«search||fullmatch»(IN) is None'), {
    imports: 'import re',
    module: 'PATTERN_K = re.compile("[a-z0-9]+")',
  }),
  part('guards', 'alphanumeric', refuse('not IN.«isprintable||isalnum»()')),
  part('guards', 'digits', refuse('«IN.isspace()||not IN.isdigit()»')),
  part('guards', 'number', 'OUT = «IN.strip()||str(int(IN))»'),
  part('guards', 'number-caught', 'try:\n    OUT = str(int(IN))\nexcept ValueError:\n    OUT = «IN||"0"»'),
  part('guards', 'prefix', refuse('not IN«.startswith("report")|| == "report"»')),
  part('guards', 'deny-list', refuse('«";" in IN or "&" in IN||not all(each.isalnum() for each in IN)»')),
  part('guards', 'length', refuse('len(IN) > 60«|| or not IN.isalpha()»')),
  part('guards', 'substitution', 'OUT = re.sub("«[;&]||[^a-z0-9]»", "", IN)', { imports: 'import re' }),
  part(
    'guards',
    'other-variable',
    'other_K = «IN[:0] + "csv"||IN»\nif other_K not in ("report", "csv"):\n    return\nOUT = IN',
  ),
  part('guards', 'quote', 'OUT = «html.escape||shlex.quote»(IN)', { imports: 'import html\nimport shlex' }),
  part('guards', 'lookup', 'OUT = {"report": "r", "csv": "c"}.get(IN, «IN||"n"»)'),
  part('guards', 'validator', 'require_K(IN)\nOUT = IN', {
    module: 'def require_K(value):\n    if not value.isalnum():\n        «return||raise ValueError(value)»',
  }),
  part('guards', 'predicate', refuse('not is_fine_K(IN)'), {
    module: 'def is_fine_K(value):\n    return «len(value) < 99||value in ("report", "csv", "7")»',
  }),
  part('guards', 'cleaner', 'OUT = clean_K(IN)', {
    imports: 'import re',
    module: 'def clean_K(value):\n    return re.sub(r"«[\\s]+$||[^a-z0-9]+»", "-", value)',
  }),
  part(
    'guards',
    'one-branch',
    'if «len(IN) > 500||True»:\n    if IN not in ("report", "csv"):\n        return\nOUT = IN',
  ),
  part(
    'guards',
    'match',
    'match IN:\n    case "report" | "csv":\n        OUT = IN\n    case _:\n        OUT = «IN.strip()||"none"»',
  ),
];

export const sinks: readonly Sink[] = [
  { name: 'system', kind: 'shell', imports: 'import os', body: 'os.system("show " + IN)' },
  { name: 'popen', kind: 'shell', imports: 'import os', body: 'os.popen("cat {}".format(IN))' },
  {
    name: 'run',
    kind: 'shell',
    imports: 'import subprocess',
    body: 'subprocess.run(f"grep {IN} /srv/log", shell=True)',
  },
  {
    name: 'output',
    kind: 'shell',
    imports: 'import subprocess',
    body: 'subprocess.check_output("du -s %s" % IN, shell=True)',
  },
  { name: 'getoutput', kind: 'shell', imports: 'import subprocess', body: 'subprocess.getoutput("id " + IN)' },
  { name: 'sh-c', kind: 'shell', imports: 'import subprocess', body: 'subprocess.call(["sh", "-c", "echo " + IN])' },
  {
    name: 'loads',
    kind: 'pickle',
    imports: 'import base64\nimport pickle',
    body: 'pickle.loads(base64.b64decode(IN))',
  },
];

/** Constants that stand for the value where it is dropped: a word, and an empty list pickled. */
export const constants: Readonly<Record<SinkKind, string>> = { shell: '"report"', pickle: '"gARdlC4="' };
