// Drawn on a grid of 24 with a stroke of 1.8. One alone in a button wants a hidden name beside it.
const PATHS = {
  brand: 'M7.5 4H3v16h4.5M16.5 4H21v16h-4.5M8.5 12h7',
  check: 'M5 12.8l4.8 4.7L19.5 7',
  warn: 'M12 4L2.8 20h18.4zM12 10v4.5M12 17.2v.1',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.6v.1',
  cross: 'M6 6l12 12M18 6L6 18',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 7v5.2l3.4 2',
  lock: 'M5.5 11h13v9h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  mail: 'M3 6h18v12.5H3zM3.5 6.5L12 13.2l8.5-6.7',
  link: 'M9.5 14.5l5-5M8 11l-2.8 2.8a3.5 3.5 0 0 0 5 5L13 16M16 13l2.8-2.8a3.5 3.5 0 0 0-5-5L11 8',
  left: 'M14.5 5L8 12l6.5 7',
  right: 'M9.5 5l6.5 7-6.5 7',
  up: 'M5 14.5L12 8l7 6.5',
  down: 'M5 9.5l7 6.5 7-6.5',
  copy: 'M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15',
  bin: 'M4.5 7h15M9 7V4.5h6V7M6.5 7l1 13h9l1-13',
  again: 'M19.5 12a7.5 7.5 0 1 1-2.4-5.5M19.5 3.5v4h-4',
  plus: 'M12 5v14M5 12h14',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  sound: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  mute: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5',
  full: 'M4.5 9V4.5H9M15 4.5h4.5V9M19.5 15v4.5H15M9 19.5H4.5V15',
  film: 'M4 5h16v14H4zM8 5v14M16 5v14M4 9.7h4M4 14.3h4M16 9.7h4M16 14.3h4',
  captions: 'M3 5.5h18v13H3zM7 11.5h4M7 15h6M14 11.5h3',
} as const;

export type IconName = keyof typeof PATHS;

/** A decorative sign; words beside it carry the meaning. */
export function Icon({name, solid}: {name: IconName; solid?: boolean}) {
  return (
    <svg class={solid ? 'icon icon--solid' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
