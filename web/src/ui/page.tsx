import type {ComponentChildren} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {t} from '../i18n';
import {site} from '../lib/site';

// The first page is read from its top by the browser itself; later ones take the focus to their heading.
let first = true;

interface Props {
  /** The heading, also the document's title. */
  title: string;
  /** The document's title where it says more, such as that a form was refused. */
  documentTitle?: string;
  /** Another value is another step of the same page: its heading takes the focus. */
  step?: string | number;
  /** In a language other than the document's. */
  lang?: string | undefined;
  class?: string;
  before?: ComponentChildren;
}

/** The heading of a page. Arriving here, and each change of step, moves the focus to it. */
export function Heading({title, documentTitle, step, lang, class: name, before}: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = `${documentTitle ?? title} – ${t('shell.product')} – ${site.name}`;
  }, [title, documentTitle]);
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
