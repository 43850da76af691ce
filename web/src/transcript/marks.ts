/** Letters `[begin, end)` of a sentence that is on screen. */
export type Letters = [at: number, begin: number, end: number];

/** What can be said of letters, each with a look of its own in words.css. */
export type Mark = 'clip' | 'unsure' | 'found' | 'found-now';

/** The sentences on screen; the first is that of place 0. */
export const rowsOf = (text: HTMLElement) => text.getElementsByClassName('said');

/** The text of a sentence on screen. */
export const lettersOf = (row: Element | undefined): Text | undefined => {
  const node = row?.querySelector('.said__text')?.firstChild;
  return node instanceof Text ? node : undefined;
};

/** Marks letters, and no others any more, without touching the document: no element a word (CSS Custom Highlight API). */
export function paint(text: HTMLElement, mark: Mark, letters: readonly Letters[]): void {
  if (!('highlights' in CSS)) return;
  const rows = rowsOf(text);
  const ranges = letters.flatMap(([at, begin, end]) => {
    const node = lettersOf(rows[at]);
    if (!node || begin >= end) return [];
    return [
      new StaticRange({
        startContainer: node,
        startOffset: begin,
        endContainer: node,
        endOffset: Math.min(end, node.length),
      }),
    ];
  });
  if (ranges.length) CSS.highlights.set(mark, new Highlight(...ranges));
  else CSS.highlights.delete(mark);
}

/** Nothing is marked any more. */
export function clear(): void {
  if ('highlights' in CSS)
    for (const mark of ['clip', 'unsure', 'found', 'found-now']) CSS.highlights.delete(mark);
}
