// An edit that is not made. What is not plain enough to be edited without guessing is left alone, and said.

/** Why not, as a clause without its subject's name: `its arguments come in *args`. */
export interface Refusal {
  readonly why: string;
}

export const refuse = (why: string): Refusal => ({ why });

export function isRefusal<Made>(made: Made | Refusal): made is Refusal {
  return typeof made === 'object' && made !== null && 'why' in made;
}
