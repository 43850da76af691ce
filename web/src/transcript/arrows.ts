/** The button that had the focus last is where Tab leads to in its part. */
export function stop(event: FocusEvent): void {
  const button = (event.target as Element).closest('button');
  if (!button) return;
  for (const other of button.closest('.turn')?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? [])
    other.tabIndex = -1;
  button.tabIndex = 0;
}

/** Arrow keys lead from sentence to sentence, and from button to button in one. */
export function move(event: KeyboardEvent): void {
  const button = (event.target as Element).closest<HTMLElement>('.said button');
  const row = button?.closest('.said');
  if (!button || !row || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const steps: Record<string, () => HTMLElement | null> = {
    ArrowLeft: () => beside(button, 'previousElementSibling'),
    ArrowRight: () => beside(button, 'nextElementSibling'),
    ArrowUp: () => along(event.currentTarget as Element, row, button, -1),
    ArrowDown: () => along(event.currentTarget as Element, row, button, 1),
  };
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  step()?.focus();
}

function beside(button: HTMLElement, side: 'previousElementSibling' | 'nextElementSibling') {
  let next = button[side];
  while (next && !next.matches('button')) next = next[side];
  return next as HTMLElement | null;
}

// The same button of the next sentence that has it.
function along(text: Element, row: Element, button: HTMLElement, by: number) {
  const rows = [...text.getElementsByClassName('said')];
  for (let at = rows.indexOf(row) + by; at >= 0 && at < rows.length; at += by) {
    const same = rows[at]?.getElementsByClassName(button.className)[0];
    if (same instanceof HTMLElement) return same;
  }
  return null;
}
