import {useState} from 'preact/hooks';
import {Icon} from './icon';
import './poster.css';

interface Props {
  href: string | undefined;
  /** Its length as a clock shows it, for eyes alone: ears have it in words beside it. */
  clock?: string | undefined;
  /** Seen at once: not put off until it is scrolled to. */
  eager?: boolean;
  /** Not to be seen yet. */
  locked?: boolean;
}

/**
 * A still of a video, decorative, in a box that has its size before. The address leads to a signed link; one that has died is asked for
 * once more with another query, or the browser takes the dead link out of its cache.
 */
export function Poster({href, clock, eager, locked}: Props) {
  const [tries, setTries] = useState(0);
  return (
    <div class="poster">
      {href && tries < 2 ? (
        <img
          src={tries ? `${href}?again=1` : href}
          width={640}
          height={360}
          alt=""
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          onError={() => setTries(tries + 1)}
        />
      ) : (
        <Icon name={locked ? 'lock' : 'film'} />
      )}
      {clock && (
        <span class="poster__len" aria-hidden="true">
          {clock}
        </span>
      )}
    </div>
  );
}
