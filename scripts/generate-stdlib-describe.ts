// Turns linked stubs into what the library answers: for each module its functions, classes and attributes, with
// parameters and types by canonical name.

import type { LibraryParameter } from '../src/models/library.ts';
import type { Definition, Linker } from './generate-stdlib-link.ts';
import type { StubClass, StubExpression, StubFunction, StubStatement, StubVariable } from './generate-stdlib-stubs.ts';

/** `name` is a canonical class, or one of the signs below; `items` are the types of items, when known. */
export interface TypeReference {
  readonly name: string;
  readonly items: readonly (TypeReference | undefined)[];
}

/** The object that the method is called on. */
const receiver = '@';
/** Does not return. */
const never = '!';
const nothing = 'None';

export type Description =
  | {
      readonly kind: 'function';
      readonly parameters: readonly LibraryParameter[] | undefined;
      readonly types: TypeReference[];
    }
  | { readonly kind: 'attribute'; readonly types: TypeReference[] }
  | { readonly kind: 'class'; readonly bases: readonly string[]; readonly members: Map<string, Description> }
  | { readonly kind: 'alias'; readonly of: string };

export interface ModuleDescription {
  readonly entries: Map<string, Description>;
  exports: readonly string[];
}

/** Special methods whose results tell the type of an expression; all others say nothing that is not known anyway. */
const tellingMethods = new Set(
  `__init__ __new__ __call__ __enter__ __aenter__ __iter__ __next__ __aiter__ __anext__ __getitem__ __setitem__ __await__
  __truediv__ __rtruediv__ __add__ __radd__ __sub__ __mul__ __mod__ __or__ __and__ __bytes__ __getattr__`.split(/\s+/),
);

/** Special methods that are called by name, or whose parameters are those of a call. */
const calledMethods = new Set(['__init__', '__new__', '__call__']);

/** Modules with very many parameters that no consideration speaks about: their signatures are left out. */
const withoutParameters = /^(tkinter|turtle|curses|ossaudiodev|_curses)\b/;

/** Modules whose classes are named, and their members are not. */
const withoutMembers =
  /^(tkinter|turtle|curses|_curses|ossaudiodev|sre_\w+|ctypes\.wintypes|email\._header_value_parser)\b/;

/** Modules that exist, and no more is said: character tables, commands of distutils, fixers, Windows installers. */
const withoutContents =
  /^(encodings\.(?!idna|utf_7)|distutils\.command\.|lib2to3\.(?!pgen2\.)|msilib|pydoc_data|xxlimited|ctypes\.macholib)/;

export function describe(linker: Linker): Map<string, ModuleDescription> {
  return new Describer(linker).describe();
}

class Describer {
  readonly #linker: Linker;
  readonly #modules = new Map<string, ModuleDescription>();
  /** private base class → public class that takes its members over */
  readonly #mergedInto = new Map<string, string>();

  constructor(linker: Linker) {
    this.#linker = linker;
  }

  describe(): Map<string, ModuleDescription> {
    const linker = this.#linker;
    const definitions = new Map<string, Exclude<Definition, { kind: 'module' }>>();
    for (const module of linker.modules.values()) {
      if (module.name.startsWith('_typeshed')) continue;
      const described = this.#module(linker.canonicalModule(module.name));
      if (withoutContents.test(module.name)) continue;
      described.exports = [...new Set([...described.exports, ...linker.exportsOf(module.name)])];
      for (const [name, entry] of module.entries) {
        if (entry.kind !== 'link' && entry.kind !== 'module') {
          const definition = linker.lookUp(module.name, name);
          const own = definition !== undefined && definition.kind !== 'module' && definition.module === module.name;
          if (own && definition.name === name) definitions.set(linker.canonicalOf(definition), definition);
        }
      }
    }
    for (const [name, definition] of definitions) this.#noteMerge(name, definition);
    for (const [name, definition] of definitions) this.#describeDefinition(name, definition);
    for (const [from, into] of this.#mergedInto) this.#merge(from, into);
    for (const module of linker.modules.values()) {
      const isLeftOut = module.name.startsWith('_typeshed') || withoutContents.test(module.name);
      if (!isLeftOut) this.#describeAliases(module.name, module.accessible);
    }
    return this.#modules;
  }

  #module(name: string): ModuleDescription {
    let module = this.#modules.get(name);
    if (module === undefined) {
      module = { entries: new Map(), exports: [] };
      this.#modules.set(name, module);
    }
    return module;
  }

  /** The module and the name inside it of a canonical name; builtins live in `builtins`. */
  #place(name: string): { module: ModuleDescription; rest: string } {
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      const module = this.#modules.get(name.slice(0, dot));
      if (module !== undefined) return { module, rest: name.slice(dot + 1) };
    }
    return { module: this.#module('builtins'), rest: name };
  }

  #find(name: string): Description | undefined {
    const { module, rest } = this.#place(name);
    return module.entries.get(rest);
  }

  #noteMerge(name: string, definition: Definition): void {
    // class socket(_socket.socket): the C half and the Python half are one class to everyone who uses it
    if (definition.kind !== 'class') return;
    for (const statement of definition.statements) {
      for (const expression of statement.bases) {
        const base = this.#linker.resolve(definition.module, expression);
        if (base?.kind !== 'class') continue;
        const baseName = this.#linker.canonicalOf(base);
        const isHidden = [...base.module.split('.'), base.name].some((part) => part.startsWith('_'));
        const plainName = base.name.replace(/^_+/, '');
        const sameName = plainName === definition.name || plainName === `${definition.name}Base`;
        if (isHidden && sameName && baseName !== name) this.#mergedInto.set(baseName, name);
      }
    }
  }

  #merge(from: string, into: string): void {
    const source = this.#find(from);
    const target = this.#find(into);
    if (source?.kind !== 'class' || target?.kind !== 'class') return;
    for (const [name, member] of source.members) if (!target.members.has(name)) target.members.set(name, member);
    const bases = target.bases.flatMap((base) => (base === from || base === into ? source.bases : [base]));
    (target as { bases: readonly string[] }).bases = [...new Set(bases)].filter((base) => base !== into);
    const { module, rest } = this.#place(from);
    module.entries.set(rest, { kind: 'alias', of: into });
  }

  #className(definition: Definition & { kind: 'class' }): string {
    const name = this.#linker.canonicalOf(definition);
    return this.#mergedInto.get(name) ?? name;
  }

  #describeDefinition(name: string, definition: Exclude<Definition, { kind: 'module' }>): void {
    const { module, rest } = this.#place(name);
    if (module.entries.has(rest) && definition.kind === 'variable') return;
    const withParameters = !withoutParameters.test(definition.module);
    if (definition.kind === 'function') {
      if (module.entries.has(rest)) return;
      module.entries.set(rest, this.#function(definition.module, definition.statements, false, withParameters));
    } else if (definition.kind === 'class') {
      this.#describeClass(module, rest, name, definition, withParameters);
    } else if (!/^_(?!_)/.test(definition.name)) {
      const description = this.#variable(definition.module, definition.statement);
      if (description !== undefined) module.entries.set(rest, description);
    }
  }

  #describeClass(
    module: ModuleDescription,
    rest: string,
    name: string,
    definition: Definition & { kind: 'class' },
    withParameters: boolean,
  ): void {
    const bases = definition.statements
      .flatMap((statement) => statement.bases)
      .map((base) => this.#type(definition.module, base)[0])
      .filter((base): base is TypeReference => base !== undefined)
      .map((base) => base.name)
      .filter((base) => base !== 'object' && base !== 'typing.Protocol' && base !== 'typing.Generic')
      .filter((base) => base !== '_typeshed.structseq');
    const isEnumeration = bases.some((base) => /^enum\.|Enum$|Flag$/.test(base));
    const members = new Map<string, Description>();
    const body = definition.statements.flatMap((statement) => statement.body);
    const functions = new Map<string, StubFunction[]>();
    for (const statement of body) {
      if (statement.kind === 'function') {
        functions.set(statement.name, [...(functions.get(statement.name) ?? []), statement]);
      }
    }
    for (const statement of body) {
      this.#describeMember(module, rest, definition, statement, {
        functions,
        members,
        withParameters,
        isEnumeration,
        name,
      });
    }
    module.entries.set(rest, { kind: 'class', bases: [...new Set(bases)], members });
  }

  #describeMember(
    module: ModuleDescription,
    rest: string,
    definition: Definition & { kind: 'class' },
    statement: StubStatement,
    around: {
      functions: Map<string, StubFunction[]>;
      members: Map<string, Description>;
      withParameters: boolean;
      isEnumeration: boolean;
      name: string;
    },
  ): void {
    const { functions, members } = around;
    if (statement.kind === 'class') {
      const inner: Definition = {
        kind: 'class',
        module: definition.module,
        name: `${definition.name}.${statement.name}`,
        statements: [statement as StubClass],
      };
      const innerName = `${around.name}.${statement.name}`;
      this.#describeClass(module, `${rest}.${statement.name}`, innerName, inner, around.withParameters);
    } else if (withoutMembers.test(definition.module)) {
      // the class is all that is said
    } else if (statement.kind === 'function') {
      if (members.has(statement.name) || !isTelling(statement.name)) return;
      const overloads = functions.get(statement.name) as StubFunction[];
      members.set(statement.name, this.#function(definition.module, overloads, true, around.withParameters));
    } else if (statement.kind === 'variable') {
      if (members.has(statement.name) || !isTelling(statement.name)) return;
      const overloads = statement.value?.kind === 'name' ? functions.get(statement.value.name) : undefined;
      if (overloads !== undefined) {
        members.set(statement.name, this.#function(definition.module, overloads, true, around.withParameters));
      } else if (around.isEnumeration && (statement.annotation === null || isNamed(statement.annotation, 'int'))) {
        members.set(statement.name, { kind: 'attribute', types: [{ name: around.name, items: [] }] });
      } else {
        const described = this.#variable(definition.module, statement);
        if (described !== undefined) members.set(statement.name, described);
      }
    }
  }

  #variable(module: string, statement: StubVariable): Description | undefined {
    const { annotation, value } = statement;
    if (isTypeVariable(value)) return undefined;
    if (value?.kind === 'attribute') {
      const method = this.#boundMethod(module, value);
      if (method !== undefined) return method;
    }
    if (annotation !== null && !isNamed(annotation, 'Final', 'ClassVar')) {
      return { kind: 'attribute', types: this.#types(module, annotation) };
    }
    if (value?.kind === 'call') return { kind: 'attribute', types: this.#types(module, value.callee) };
    return { kind: 'attribute', types: value?.kind === 'string' ? [{ name: 'str', items: [] }] : [] };
  }

  /** `randint = _inst.randint`, `open = TarFile.open`: functions of their own to those who call them */
  #boundMethod(module: string, value: StubExpression & { kind: 'attribute' }): Description | undefined {
    const owner = this.#linker.resolve(module, value.value) ?? this.#memberVariable(module, value.value);
    const annotation = owner?.kind === 'variable' ? owner.statement.annotation : null;
    let type = owner?.kind === 'variable' && annotation ? this.#linker.resolve(owner.module, annotation) : owner;
    for (let depth = 0; type?.kind === 'class' && depth < 5; depth++) {
      const overloads = type.statements
        .flatMap((statement) => statement.body)
        .filter((each): each is StubFunction => each.kind === 'function' && each.name === value.name);
      if (overloads.length > 0) {
        const method = this.#function(type.module, overloads, true, true);
        if (method.kind !== 'function') return method;
        const self = { name: this.#className(type), items: [] };
        return { ...method, types: method.types.map((each) => (each.name === receiver ? self : each)) };
      }
      const base: StubExpression | undefined = type.statements[0]?.bases[0];
      type = base === undefined ? undefined : this.#linker.resolve(type.module, base);
    }
    return undefined;
  }

  #memberVariable(module: string, value: StubExpression): Definition | undefined {
    if (value.kind !== 'attribute') return undefined;
    const owner = this.#linker.resolve(module, value.value);
    return owner?.kind === 'module' ? this.#linker.lookUp(owner.module, value.name) : undefined;
  }

  #function(
    module: string,
    statements: readonly StubFunction[],
    isMember: boolean,
    withParameters: boolean,
  ): Description {
    const decorations = statements.flatMap((each) => each.decorators);
    const isProperty = decorations.some((each) => isNamed(each, 'property', 'cached_property'));
    const isStatic = decorations.some((each) => isNamed(each, 'staticmethod'));
    const getters = isProperty
      ? statements.filter((each) => !each.decorators.some((decorator) => isNamed(decorator, 'setter', 'deleter')))
      : statements;
    const types = unite(getters.flatMap((each) => (each.returns === null ? [] : this.#types(module, each.returns))));
    if (isProperty) return { kind: 'attribute', types };
    const dropFirst = isMember && !isStatic;
    const signatures = statements.map((each) => (dropFirst ? withoutReceiver(each.parameters) : each.parameters));
    const isCalled = !isSpecial(statements[0]?.name ?? '') || calledMethods.has(statements[0]?.name ?? '');
    return {
      kind: 'function',
      parameters: withParameters && isCalled ? uniteSignatures(signatures) : undefined,
      types,
    };
  }

  #types(module: string, expression: StubExpression): TypeReference[] {
    return unite(this.#type(module, expression));
  }

  /** The classes that an annotation can stand for; empty when it says nothing. */
  #type(module: string, expression: StubExpression, depth = 0): TypeReference[] {
    if (depth > 12) return [];
    switch (expression.kind) {
      case 'none':
        return [{ name: nothing, items: [] }];
      case 'union':
        return expression.members.flatMap((member) => this.#type(module, member, depth + 1));
      case 'string':
        return /^[A-Za-z_][\w]*$/.test(expression.text)
          ? this.#type(module, { kind: 'name', name: expression.text }, depth + 1)
          : [];
      case 'name':
      case 'attribute': {
        const special = specialTypes[expression.name];
        if (special !== undefined) return special;
        return this.#named(module, expression, [], depth);
      }
      case 'subscript': {
        const { value, items } = expression;
        const name = value.kind === 'name' || value.kind === 'attribute' ? value.name : '';
        if (name === 'Optional' || name === 'Union') {
          return items.flatMap((item) => this.#type(module, item, depth + 1));
        }
        if (transparent.has(name)) return items[0] === undefined ? [] : this.#type(module, items[0], depth + 1);
        if (name === 'Coroutine' || name === 'CoroutineType') {
          return items[2] === undefined ? [] : this.#type(module, items[2], depth + 1);
        }
        if (name === 'Literal') {
          return items.every((item) => item.kind === 'string') ? [{ name: 'str', items: [] }] : [];
        }
        if (name === 'Callable' || name === 'Generic' || name === 'Protocol') return [];
        return this.#named(module, value, items, depth);
      }
      default:
        return [];
    }
  }

  #named(module: string, value: StubExpression, items: readonly StubExpression[], depth: number): TypeReference[] {
    const definition = this.#linker.resolve(module, value);
    if (definition?.kind === 'class') {
      // tuple[X, ...] has one kind of item
      const inner = items
        .filter((item) => item.kind !== 'other')
        .map((item) => unite(this.#type(module, item, depth + 1))[0])
        .map((item) => (item === undefined ? undefined : { name: item.name, items: [] }));
      return [{ name: this.#className(definition), items: inner.some((item) => item !== undefined) ? inner : [] }];
    }
    if (definition?.kind === 'variable') {
      const { annotation, value: aliased } = definition.statement;
      const isAlias = annotation === null || isNamed(annotation, 'TypeAlias');
      if (isAlias && aliased !== null && !isTypeVariable(aliased)) {
        return this.#type(definition.module, aliased, depth + 1);
      }
    }
    return [];
  }

  #describeAliases(moduleName: string, accessible: ReadonlySet<string>): void {
    const canonicalModule = this.#linker.canonicalModule(moduleName);
    const module = this.#module(canonicalModule);
    for (const name of accessible) {
      if (module.entries.has(name)) continue;
      const definition = this.#linker.lookUp(moduleName, name);
      if (definition === undefined) continue;
      const own = canonicalModule === 'builtins' ? name : `${canonicalModule}.${name}`;
      if (definition.kind === 'module') {
        const of = this.#linker.canonicalModule(definition.module);
        if (of !== own) module.entries.set(name, { kind: 'alias', of });
        continue;
      }
      const canonical = this.#linker.canonicalOf(definition);
      const of = this.#mergedInto.get(canonical) ?? canonical;
      if (of !== own && this.#find(of) !== undefined) module.entries.set(name, { kind: 'alias', of });
    }
  }
}

const transparent = new Set([
  'Annotated',
  'Final',
  'ClassVar',
  'ReadOnly',
  'Required',
  'NotRequired',
  'Awaitable',
  'AbstractContextManager',
  'AbstractAsyncContextManager',
  'ContextManager',
  'AsyncContextManager',
  '_GeneratorContextManager',
  '_AsyncGeneratorContextManager',
]);

const specialTypes: Readonly<Record<string, TypeReference[]>> = {
  AnyStr: [
    { name: 'str', items: [] },
    { name: 'bytes', items: [] },
  ],
  Any: [],
  object: [],
  Incomplete: [],
  Unused: [],
  MaybeNone: [],
  Self: [{ name: receiver, items: [] }],
  NoReturn: [{ name: never, items: [] }],
  Never: [{ name: never, items: [] }],
};

function isSpecial(name: string): boolean {
  return name.startsWith('__') && name.endsWith('__');
}

function isTelling(name: string): boolean {
  if (isSpecial(name)) return tellingMethods.has(name);
  return !name.startsWith('_');
}

function isNamed(expression: StubExpression, ...names: readonly string[]): boolean {
  return (expression.kind === 'name' || expression.kind === 'attribute') && names.includes(expression.name);
}

function isTypeVariable(value: StubExpression | null): boolean {
  return value?.kind === 'call' && isNamed(value.callee, 'TypeVar', 'ParamSpec', 'TypeVarTuple', 'NewType');
}

/** Each class once; None is left out, and "does not return" counts only when no overload returns. */
function unite(types: readonly TypeReference[]): TypeReference[] {
  const byName = new Map<string, TypeReference>();
  for (const type of types) if (!byName.has(type.name)) byName.set(type.name, type);
  if (byName.size > 1) byName.delete(never);
  byName.delete(nothing);
  return [...byName.values()].slice(0, 6);
}

function withoutReceiver(parameters: readonly LibraryParameter[]): readonly LibraryParameter[] {
  const first = parameters[0];
  return first !== undefined && first.role !== 'variadic' ? parameters.slice(1) : parameters;
}

/**
 * One signature for all overloads and versions: the one with the most positions leads, since older versions had more of
 * them; names that only others have follow as keywords.
 */
function uniteSignatures(signatures: readonly (readonly LibraryParameter[])[]): readonly LibraryParameter[] {
  const positions = (signature: readonly LibraryParameter[]) =>
    signature.filter((each) => each.role === 'positional-only' || each.role === 'ordinary').length;
  const leading = signatures.reduce(
    (best, each) => (positions(each) > positions(best) ? each : best),
    signatures[0] ?? [],
  );
  const leadingCount = positions(leading);
  const byName = new Map<string, LibraryParameter>();
  for (const parameter of leading) {
    const isOptional = signatures.some(
      (signature) => signature.find((each) => each.name === parameter.name)?.hasDefault !== false,
    );
    byName.set(parameter.name, isVariable(parameter) ? parameter : { ...parameter, hasDefault: isOptional });
  }
  const hasVariadic = leading.some((each) => each.role === 'variadic');
  const hasKeywords = leading.some((each) => each.role === 'keyword-variadic');
  for (const signature of signatures) {
    signature.forEach((parameter, index) => {
      if (byName.has(parameter.name)) return;
      if (parameter.role === 'positional-only' || (parameter.role === 'ordinary' && index < leadingCount)) return;
      if ((parameter.role === 'variadic' && hasVariadic) || (parameter.role === 'keyword-variadic' && hasKeywords))
        return;
      byName.set(
        parameter.name,
        isVariable(parameter) ? parameter : { ...parameter, role: 'keyword-only', hasDefault: true },
      );
    });
  }
  const order = ['positional-only', 'ordinary', 'variadic', 'keyword-only', 'keyword-variadic'];
  return [...byName.values()].sort((one, other) => order.indexOf(one.role) - order.indexOf(other.role));
}

function isVariable(parameter: LibraryParameter): boolean {
  return parameter.role === 'variadic' || parameter.role === 'keyword-variadic';
}
