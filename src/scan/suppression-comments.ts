// What a comment asks to suppress, in three dialects: heed's own, Bandit's `nosec` and flake8's `noqa`. Each is read as
// its own tool reads it, except that words of a reason are never taken for ids.
//
//   # heed: ignore[pickle/untrusted-load, PKL-03] -- the file is written by this process
//   <!-- heed: ignore[xml/document-expands]: a test of the parser -->      in XML, whose comments may hold no --
//   # nosec B301, B403                            # nosec: whole statement, as Bandit has it
//   # noqa: S301                                  # noqa: whole line

import type { Suppression } from '../core/index.ts';

export interface Directive {
  readonly dialect: Suppression['dialect'];
  /** offsets in the comment's text */
  readonly start: number;
  readonly end: number;
  /** as written; empty for the bare form */
  readonly words: readonly string[];
  readonly reason: string | undefined;
}

const heedForm = /(?:#|<!--)\s*heed:\s*ignore\b[ \t]*(?:\[([^\]\n]*)\])?/gi;
const nosecForm = /#\s*nosec\b:?/gi;
const noqaForm = /#\s*noqa\b([ \t]*:)?/gi;

/** Ids of Bandit are B and three digits, or the snake-case name of a test (`assert_used`). */
const banditWord = /^[\s,]*(B\d{3}\b|[a-z]+(?:_[a-z\d]+)+\b)/i;
const flakeWord = /^[\s,]*([A-Z]{1,4}\d{1,5}\b)/;

export function readDirectives(comment: string): readonly Directive[] {
  return [...readHeed(comment), ...readNosec(comment), ...readNoqa(comment)];
}

function readHeed(comment: string): Directive[] {
  return [...comment.matchAll(heedForm)].map((match) => {
    const words = (match[1] ?? '').split(',').map((word) => word.trim());
    const behind = upToNextComment(comment.slice(match.index + match[0].length));
    const rest = match[0].startsWith('#') ? behind : (behind.split('-->', 1)[0] as string);
    return {
      dialect: 'heed',
      start: match.index,
      end: match.index + match[0].length + rest.trimEnd().length,
      words: words.filter((word) => word !== ''),
      reason: textOrNothing(rest.replace(/^\s*(?:--|—|:)?\s*/, '')),
    };
  });
}

function readNosec(comment: string): Directive[] {
  return [...comment.matchAll(nosecForm)].map((match) => {
    const rest = upToNextComment(comment.slice(match.index + match[0].length));
    const { words, after } = takeWords(rest, banditWord);
    return directive('nosec', match, rest, words, after);
  });
}

function readNoqa(comment: string): Directive[] {
  return [...comment.matchAll(noqaForm)].flatMap((match) => {
    const rest = upToNextComment(comment.slice(match.index + match[0].length));
    const { words, after } = takeWords(rest, flakeWord);
    // `# noqa: because` names no code: the linters warn about it and suppress nothing.
    if (match[1] !== undefined && words.length === 0) return [];
    // Without a colon codes are not read, `# noqa S301` is bare.
    return match[1] === undefined
      ? [directive('noqa', match, rest, [], rest)]
      : [directive('noqa', match, rest, words, after)];
  });
}

function directive(
  dialect: Directive['dialect'],
  match: RegExpExecArray,
  rest: string,
  words: readonly string[],
  after: string,
): Directive {
  return {
    dialect,
    start: match.index,
    end: match.index + match[0].length + rest.trimEnd().length,
    words,
    reason: textOrNothing(after.replace(/^[\s,:-]+/, '')),
  };
}

function takeWords(text: string, form: RegExp): { words: readonly string[]; after: string } {
  const words: string[] = [];
  let rest = text;
  for (let found = form.exec(rest); found !== null; found = form.exec(rest)) {
    words.push(found[1] as string);
    rest = rest.slice(found[0].length);
  }
  return { words, after: rest };
}

/** `# nosec B301 # noqa: S301` holds two directives; a `#` inside a reason (`see #12`) does not end it. */
function upToNextComment(text: string): string {
  const next = /#\s*(?:heed:|nosec\b|noqa\b|nosemgrep\b|type:|pylint:|pragma:)/i.exec(text);
  return next === null ? text : text.slice(0, next.index);
}

function textOrNothing(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}
