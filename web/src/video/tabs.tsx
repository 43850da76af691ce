import type {ComponentChildren} from 'preact';
import {useEffect, useState} from 'preact/hooks';

interface Tab {
  id: string;
  title: string;
  content: ComponentChildren;
}

interface Props {
  label: string;
  tabs: Tab[];
  open: string;
  onOpen: (id: string) => void;
}

const WIDE = '(min-width: 72rem)';

/** Panels one below the other where there is room, else behind tabs: a narrow page would be many screens long. */
export function Tabs({label, tabs, open, onOpen}: Props) {
  const wide = useMedia(WIDE);
  if (wide)
    return (
      <>
        {tabs.map(({id, title, content}) => (
          <section class="panel" key={id} id={id} aria-labelledby={`${id}-title`}>
            <div class="panel__head">
              <h2 id={`${id}-title`}>{title}</h2>
            </div>
            <div class="panel__body">{content}</div>
          </section>
        ))}
      </>
    );
  const move = (event: KeyboardEvent) => {
    const by = {ArrowLeft: -1, ArrowRight: 1, Home: -tabs.length, End: tabs.length}[event.key];
    if (!by) return;
    event.preventDefault();
    const at = tabs.findIndex(({id}) => id === open) + by;
    const next = tabs[Math.abs(by) > 1 ? (by < 0 ? 0 : tabs.length - 1) : (at + tabs.length) % tabs.length];
    if (!next) return;
    onOpen(next.id);
    document.getElementById(`${next.id}-tab`)?.focus();
  };
  return (
    <section class="panel">
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({id, title}) => (
          <button
            key={id}
            id={`${id}-tab`}
            type="button"
            role="tab"
            aria-selected={id === open}
            aria-controls={id}
            tabIndex={id === open ? 0 : -1}
            onClick={() => onOpen(id)}
          >
            {title}
          </button>
        ))}
      </div>
      {tabs.map(({id, content}) => (
        <div
          class="panel__body"
          key={id}
          id={id}
          role="tabpanel"
          aria-labelledby={`${id}-tab`}
          hidden={id !== open}
        >
          {content}
        </div>
      ))}
    </section>
  );
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const changed = () => setMatches(list.matches);
    list.addEventListener('change', changed);
    return () => list.removeEventListener('change', changed);
  }, [query]);
  return matches;
}
