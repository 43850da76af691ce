/** What stands between digits that people or mail programs group: blanks of any kind, dashes, and what is not seen at all. */
const BETWEEN = String.raw`[\s\p{Z}\p{Pd}\p{Cf}_]*`;
const GROUPED = new RegExp(String.raw`(?<![\d])\d(?:${BETWEEN}\d)*`, 'gu');

/**
 * The six digits in what was typed or pasted, whole sentences too; nothing where there are none, or several codes. Six digits in a
 * row win over digits that only together are six.
 */
export function readCode(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  const whole = only([...plain.matchAll(/(?<!\d)\d{6}(?!\d)/g)].map(([digits]) => digits));
  if (whole) return whole;
  return only(
    [...plain.matchAll(GROUPED)].map(([run]) => run.replace(/\D/g, '')).filter((run) => run.length === 6),
  );
}

function only(found: string[]): string | undefined {
  const different = new Set(found);
  return different.size === 1 ? found[0] : undefined;
}
