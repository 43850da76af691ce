/** The sign of the product: `[` opens a clip, `]` closes it. */
export function Bracket({closing}: {closing?: boolean}) {
  return (
    <svg class="icon icon--bracket" viewBox="0 0 12 20" aria-hidden="true" focusable="false">
      <path d={closing ? 'M2.5 2H9v16H2.5' : 'M9.5 2H3v16h6.5'} />
    </svg>
  );
}
