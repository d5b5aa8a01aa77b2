// Shrinks a source that shows a difference: lines first, then characters, as long as the same difference remains.

/** `holds` must be true of `source`; at most `budget` milliseconds are spent. */
export function reduce(source: string, holds: (candidate: string) => boolean, budget: number): string {
  const deadline = Date.now() + budget;
  const byLine = shrink(source.split(/(?<=\n)/), holds, deadline);
  if (byLine.join('').length > 4000) return byLine.join('');
  return shrink([...byLine.join('')], holds, deadline).join('');
}

/** Removes ever smaller runs of pieces, starting over after each pass that removed something. */
function shrink(pieces: string[], holds: (candidate: string) => boolean, deadline: number): string[] {
  let kept = pieces;
  for (let run = Math.ceil(kept.length / 2); run >= 1; ) {
    let removed = false;
    for (let at = 0; at < kept.length; ) {
      if (Date.now() > deadline) return kept;
      const candidate = [...kept.slice(0, at), ...kept.slice(at + run)];
      if (candidate.length < kept.length && holds(candidate.join(''))) {
        kept = candidate;
        removed = true;
      } else at += run;
    }
    if (run === 1 && !removed) break;
    if (!removed || run > kept.length) run = Math.max(1, Math.min(run >> 1, Math.ceil(kept.length / 2)));
    else if (run > 1) run = run >> 1;
  }
  return kept;
}
