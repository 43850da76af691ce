/** Without case, accents and kinds of apostrophe; every unit of the text stays in its place. */
export function folded(text: string): string {
  return text
    .split('')
    .map((unit) => {
      if (/['’ʼ‘`´]/.test(unit)) return "'";
      const [base = unit] = unit.normalize('NFD').toLowerCase();
      return base.length === 1 ? base : unit;
    })
    .join('');
}
