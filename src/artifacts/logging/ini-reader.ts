// Configurations for logging.config.fileConfig(): INI files of which parts are evaluated as Python, and whose names are
// imported and called (Lib/logging/config.py, _create_formatters and _install_handlers). Only sections that `keys` lists
// are alive; the others are told apart.

import type { Span } from '../../core/index.ts';
import type { Draft } from '../artifact.ts';
import { strip } from '../ini/characters.ts';
import { type IniConfiguration, type IniOption, readIni } from '../ini/configuration.ts';
import { interpolate, optionOf } from '../ini/interpolation.ts';
import type { Inspection, Reader } from '../inspection.ts';
import type { ByteSource } from '../source.ts';
import { type Encoding, encodingOf, mentions, readText, type Text } from '../text/decode.ts';
import { callableOf, stockHandlers } from './callables.ts';
import { readExpression } from './expression.ts';
import { judgeFormat, judgeHandler } from './settings.ts';

/** No configuration is nearly as long. */
const longestFile = 4 * 1024 * 1024;

export const loggingIni: Reader = {
  format: 'logging-ini',
  sniff(source) {
    const encoding = encodingFor(source);
    if (encoding === undefined || !mentions(source, encoding, ['[handlers]', '[formatters]'])) return undefined;
    const text = readText(source, longestFile, encoding);
    // What is too long to be read claims to be one, so that somebody hears of it.
    if (text === undefined) return source.size > longestFile ? 'perhaps' : undefined;
    return isLoggingConfiguration(readIni(text.text)) ? 'certain' : undefined;
  },
  read(source, draft, inspection) {
    draft.claim(0, source.size);
    const text = readText(source, longestFile, encodingFor(source));
    if (text === undefined) {
      draft.concern('logging:unread', 'unknown', { start: 0, end: 0 }, { why: 'the file is too long' });
      return;
    }
    inspection.budget.keep(source.size);
    new IniReading(text, draft, inspection).read();
    inspection.budget.release(source.size);
  },
};

/** ConfigParser minds no byte in a comment, so that what looks like no text may be a configuration all the same. */
function encodingFor(source: ByteSource): Encoding | undefined {
  return encodingOf(source) ?? (source.size > longestFile || source.size === 0 ? undefined : 'utf-8');
}

function isLoggingConfiguration(configuration: IniConfiguration): boolean {
  return ['handlers', 'formatters'].some(
    (name) => configuration.sections.has(name) && optionOf(configuration, name, 'keys') !== undefined,
  );
}

const mistakes = {
  'no-section': 'a line stands before the first section',
  'same-section': 'a section is there more than once',
  'same-option': 'an option is there more than once',
  'no-option': 'a line is neither a section nor an option',
} as const;

class IniReading {
  readonly #text: Text;
  readonly #configuration: IniConfiguration;
  readonly #draft: Draft;
  readonly #trusted: ReadonlySet<string> | undefined;
  readonly #inspection: Inspection;

  constructor(text: Text, draft: Draft, inspection: Inspection) {
    this.#text = text;
    this.#draft = draft;
    this.#inspection = inspection;
    this.#trusted = inspection.options.trusted;
    const bare = text.text.startsWith('\ufeff') ? ` ${text.text.slice(1)}` : text.text;
    this.#configuration = readIni(bare);
  }

  read(): void {
    for (const { kind, span } of this.#configuration.mistakes) {
      this.#draft.concern('logging:malformed', 'unknown', this.#text.span(span), { why: mistakes[kind] });
    }
    const formatters = this.#listed('formatters');
    const handlers = this.#listed('handlers');
    for (const name of this.#configuration.sections.keys()) {
      this.#inspection.budget.spend(64);
      if (name.startsWith('formatter_')) this.#readFormatter(name, formatters.has(name.slice(10)));
      if (name.startsWith('handler_')) this.#readHandler(name, handlers.has(name.slice(8)));
    }
    this.#draft.detail('handlers', String(handlers.size));
    this.#draft.detail('formatters', String(formatters.size));
  }

  /** What `keys` of `[handlers]` comes to. */
  #listed(section: string): ReadonlySet<string> {
    const keys = this.#valueOf(section, 'keys');
    return new Set(keys?.value.split(',').map(strip));
  }

  /** With what other options put into it; `undefined` where there is none, or CPython raises. */
  #valueOf(section: string, name: string): { readonly value: string; readonly span: Span } | undefined {
    const option = optionOf(this.#configuration, section, name);
    if (option === undefined) return undefined;
    const interpolated = interpolate(this.#configuration, section, option.value);
    this.#inspection.budget.spend(option.value.length >> 4);
    if (interpolated.kind === 'value') return { value: interpolated.text, span: this.#spanOf(option) };
    const why =
      interpolated.kind === 'syntax'
        ? `${name} of [${section}] has a % that stands for nothing`
        : `${name} of [${section}] is put together of more than can be read`;
    this.#draft.concern('logging:malformed', 'unknown', this.#spanOf(option), { why });
    return undefined;
  }

  #spanOf(option: IniOption): Span {
    return this.#text.span(option.span);
  }

  #readFormatter(section: string, isAlive: boolean): void {
    const named = this.#valueOf(section, 'class');
    if (named !== undefined && named.value !== '') this.#judgeName(named.value, section, named.span, isAlive);
    // Since Python 3.12, and without what other options would put into it.
    const defaults = optionOf(this.#configuration, section, 'defaults');
    if (defaults !== undefined) {
      this.#judgeExpression(defaults.value, 'defaults', section, this.#spanOf(defaults), isAlive);
    }
    const style = optionOf(this.#configuration, section, 'style')?.value;
    const format = optionOf(this.#configuration, section, 'format');
    if (format === undefined) return;
    this.#draft.line(() => `[${section}] format ${format.value}`);
    if (isAlive && style === '{') judgeFormat(this.#draft, format.value, `[${section}]`, this.#spanOf(format));
  }

  #readHandler(section: string, isAlive: boolean): void {
    const named = this.#valueOf(section, 'class');
    if (named !== undefined) this.#readClass(named.value, section, named.span, isAlive);
    const strings = ['args', 'kwargs'].flatMap((name) => {
      const option = this.#valueOf(section, name);
      if (option === undefined) return [];
      return this.#judgeExpression(option.value, name, section, option.span, isAlive);
    });
    if (named === undefined || !isAlive) return;
    const className = strip(named.value);
    const [first, second] = strings;
    const kwargs = optionOf(this.#configuration, section, 'kwargs')?.value ?? '';
    judgeHandler(this.#draft, {
      where: `[${section}]`,
      className,
      span: named.span,
      filename: first,
      mode: second === undefined || !/^[rwaxbt+]{1,3}$/.test(second) ? undefined : second,
      host: first,
      // SMTPHandler(mailhost, fromaddr, toaddrs, subject, credentials)
      hasCredentials: /credentials/.test(kwargs) || (/SMTPHandler$/.test(className) && strings.length > 5),
      isSecure: /secure/.test(kwargs),
    });
  }

  /** The class of a handler is evaluated, and imported where that finds nothing. */
  #readClass(value: string, section: string, span: Span, isAlive: boolean): void {
    const name = strip(value);
    if (!/^[\w.]+$/.test(name)) {
      this.#judgeExpression(value, 'class', section, span, isAlive);
      return;
    }
    // eval("handlers.SocketHandler", vars(logging))
    this.#judgeName(stockHandlers.has(`logging.${name}`) ? `logging.${name}` : name, section, span, isAlive);
  }

  #judgeName(name: string, section: string, span: Span, isAlive: boolean): void {
    this.#draft.lookUp(name);
    this.#draft.line(() => `[${section}] calls ${name}${isAlive ? '' : ' (not listed in keys)'}`);
    const callable = callableOf(name, this.#trusted);
    const where = `[${section}]`;
    if (callable.kind === 'harmless') return;
    if (!isAlive) {
      if (callable.kind === 'harmful') this.#draft.concern('logging:dead', 'unknown', span, { where, what: name });
    } else if (callable.kind === 'harmful') {
      this.#draft.concern('logging:harmful', 'dangerous', span, { where, name, does: callable.does });
    } else this.#draft.concern('logging:named', 'unknown', span, { where, name });
  }

  /** Gives the literals of text in it. */
  #judgeExpression(text: string, option: string, section: string, span: Span, isAlive: boolean): readonly string[] {
    this.#inspection.budget.spend(text.length >> 3);
    const { reach, what, strings } = readExpression(text);
    this.#draft.line(() => `[${section}] evaluates ${option} = ${text}`);
    const where = `[${section}]`;
    if (reach === 'literal') return strings;
    if (!isAlive) {
      if (reach === 'runs') this.#draft.concern('logging:dead', 'unknown', span, { where, what });
    } else if (reach === 'runs') this.#draft.concern('logging:runs', 'dangerous', span, { where, option, what });
    else this.#draft.concern('logging:computed', 'unknown', span, { where, option, what });
    return strings;
  }
}
