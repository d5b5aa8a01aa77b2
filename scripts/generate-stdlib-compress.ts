// Abbreviates what a text repeats: the phrase that saves most gets two signs, then the next, until the signs run out or
// nothing is worth it. Phrases are runs of whole words and signs. They are found among earlier abbreviations and written
// out in the end: a reader then looks each up but once.

import {
  abbreviation,
  LINE_SEPARATOR,
  MODULE_SEPARATOR,
  phraseLimit,
  phrasePattern,
} from '../src/models/stdlib-notation.ts';

const longestPhrase = 10;
/** Counting is slow: so many phrases are taken from one count. */
const phrasesARound = 24;

export function compress(text: string): { phrases: string[]; text: string } {
  const phrases: string[] = [];
  let current = text;
  while (phrases.length < phraseLimit) {
    const best = bestPhrases(current).slice(0, Math.min(phrasesARound, phraseLimit - phrases.length));
    if (best.length === 0) break;
    const signs = new Map(best.map((phrase, index) => [phrase, abbreviation(phrases.length + index)]));
    // Abbreviations that are there already are stepped over, lest a phrase begin with their second sign.
    const pattern = new RegExp(`${best.map(literally).join('|')}|${phrasePattern.source}`, 'g');
    current = current.replace(pattern, (found) => signs.get(found) ?? found);
    phrases.push(...best);
  }
  const written = new Map<string, string>();
  phrases.forEach((phrase, index) => {
    written.set(
      abbreviation(index),
      phrase.replace(phrasePattern, (sign) => written.get(sign) as string),
    );
  });
  return { phrases: [...written.values()], text: current };
}

function literally(phrase: string): string {
  return phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Phrases by what they save, those left out that share words with a better one. */
function bestPhrases(text: string): string[] {
  const counts = new Map<string, number>();
  for (const line of text.split(separators)) {
    const tokens = line.match(/[#$%&<>{}"][\s\S]|[A-Za-z_][\w]*=?|\d+|[\s\S]/g) ?? [];
    for (let start = 0; start < tokens.length; start++) {
      let phrase = '';
      for (let end = start; end < Math.min(tokens.length, start + longestPhrase); end++) {
        phrase += tokens[end];
        if (phrase.length > 3) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      }
    }
  }
  const saving = ([phrase, count]: readonly [string, number]) => count * (phrase.length - 2) - phrase.length - 1;
  const ranked = [...counts]
    .filter((each) => saving(each) > 12)
    .sort((one, other) => saving(other) - saving(one) || (one[0] < other[0] ? -1 : 1))
    .map(([phrase]) => phrase);
  const chosen: string[] = [];
  for (const phrase of ranked.slice(0, phrasesARound * 8)) {
    if (!chosen.some((each) => each.includes(phrase) || phrase.includes(each))) chosen.push(phrase);
  }
  return chosen;
}

const separators = new RegExp(`[${LINE_SEPARATOR}\\${MODULE_SEPARATOR}]`);
