import type {ComponentChildren} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {t} from '../i18n';
import {site} from '../lib/site';
import {Icon} from './icon';

// The first page is read from its top by the browser itself; later ones take the focus to their heading.
let first = true;

interface Props {
  /** The heading, also the document's title. */
  title: string;
  /** A form was refused: the document's title says so first. */
  refused?: boolean;
  /** What the page is narrowed to, for the document's title alone. */
  about?: string | undefined;
  /** Another value is another step of the same page: its heading takes the focus. */
  step?: string | number;
  /** In a language other than the document's. */
  lang?: string | undefined;
  class?: string;
  before?: ComponentChildren;
}

/** The heading of a page. Arriving here, and each change of step, moves the focus to it. */
export function Heading({title, refused, about, step, lang, class: name, before}: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const parts = [about, title, t('shell.product'), site.name].filter(Boolean);
    document.title = `${refused ? `${t('ui.error')} ` : ''}${parts.join(' – ')}`;
  }, [title, refused, about]);
  useLayoutEffect(() => {
    if (!first) heading.current?.focus({preventScroll: true});
    first = false;
  }, [step]);
  return (
    <>
      {before}
      <h1 tabIndex={-1} ref={heading} lang={lang} class={name}>
        {title}
      </h1>
    </>
  );
}

/** Above a heading: the way to the page that lists this one. */
export const Up = ({href, children}: {href: string; children: string}) => (
  <p class="up">
    <a href={href}>
      <Icon name="left" />
      {children}
    </a>
  </p>
);
