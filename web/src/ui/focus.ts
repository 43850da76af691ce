/** For an act that takes its own button away: the focus goes to the page's heading, and is not lost. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('h1')?.focus({preventScroll: true});
}
