// What a random or guessable value is made for, as far as names tell. The rules about generators, seeds and look-alikes
// ask the same question and must give the same answer.

import type { CallSite, ValueView } from '../../rulekit/index.ts';
import { nearestName } from '../result-name.ts';
import { isPretence, isQuantity, secrecyOf, wordsOf } from '../security-words.ts';

const makingWords = new Set('generate gen generated make create new random rand build fresh'.split(' '));

/**
 * The name that makes a secret of the value: what it is stored under, the function that gives it back, or the function
 * made for the purpose that it is computed in (`generate_password`, `TokenFactory`).
 */
export function secretMadeBy(
  call: CallSite,
): { readonly name: string; readonly secrecy: 'secret' | 'possible' } | undefined {
  const nearest = nearestName(call);
  const around = [call.functionName, call.className].filter((name) => name !== '');
  if (nearest === undefined || [nearest, ...around].some(isPretence) || isQuantity(nearest)) return undefined;
  const secrecy = secrecyOf(nearest);
  if (secrecy === 'secret') return { name: nearest, secrecy };
  const maker = around.find((name) => secrecyOf(name) === 'secret' && isMaker(name));
  if (maker !== undefined) return { name: maker, secrecy: 'secret' };
  return secrecy === undefined ? undefined : { name: nearest, secrecy };
}

/** `generate_token`, `newPassword`, `PasswordGenerator`, and plain `session_id`; not `check_password`. */
function isMaker(name: string): boolean {
  const words = wordsOf(name);
  if (words.some((word) => makingWords.has(word) || /^(generator|factory|maker)$/.test(word))) return true;
  return (
    words.length <= 2 &&
    !/^(check|verify|validate|is|has|test|set|delete|remove|parse|find|load|read|use|get|fetch|request|download|refresh|send)$/.test(
      words[0] ?? '',
    )
  );
}

/** The call stands, at some depth, in an argument of one of these calls. */
export function isArgumentOf(call: CallSite, ...names: readonly string[]): boolean {
  return call.siblingCalls(...names).some(({ span }) => span.start <= call.span.start && call.span.end <= span.end);
}

/** Letters, digits or signs to pick from, by value or by name. */
export function isAlphabet(population: ValueView): boolean {
  const text = population.string();
  if (text !== undefined) return text.length >= 10 && !/\s/.test(text);
  return population
    .partNames()
    .some((name) =>
      wordsOf(name).some((word) =>
        /^(letters|lowercase|uppercase|digits|hexdigits|punctuation|chars|characters|alphabet|alphanumeric|charset|symbols)$/.test(
          word,
        ),
      ),
    );
}

/** `SystemRandom().choice(…)`: the methods that it inherits draw from the system's source. */
export function isOfTheSystem(call: CallSite): boolean {
  if (call.names.some((name) => name.includes('SystemRandom'))) return true;
  return call.receiver()?.isInstanceOf('random.SystemRandom') ?? false;
}
