import {cleanup, render, screen} from '@testing-library/preact';
import {afterEach, beforeAll, describe, expect, it} from 'vitest';
import {speak} from '../i18n';
import {Findings} from './findings';
import type {Finding} from './inspect';

const found: Finding = {
  id: 'a',
  code: 'label-spelling',
  severity: 'ask',
  done: 'same-speaker',
  could: ['merge', 'part', 'accept'],
  line: 7,
  excerpt: 'Jon Smith, WXYZ',
  suggestion: 'Jon Smyth',
  names: {label: 'Jon Smith, WXYZ'},
};

beforeAll(() => speak('ui', 'problem', 'editor'));
afterEach(cleanup);

/** What is told of a finding, a paragraph each. */
function told(finding: Finding): string[] {
  const {container} = render(
    <Findings
      language="uk"
      findings={[finding]}
      estimated={false}
      watched={undefined}
      onEdit={async () => undefined}
    />,
  );
  return [...container.querySelectorAll('.finding > p')].map(({textContent}) => textContent ?? '');
}

describe('a finding', () => {
  it('tells what was done, and who else may be meant', () => {
    expect(told(found)).toEqual([
      'Cela a été lu comme l’intitulé d’un autre intervenant.',
      'Peut-être\u00a0: Jon Smyth',
    ]);
  });

  it('offers first what answers it, and all else behind', () => {
    told(found);
    const [first, second, third, ...rest] = screen
      .getAllByRole('option')
      .map((one) => one.getAttribute('value'));
    expect([first, second, third]).toEqual(['merge', 'part', 'accept']);
    expect(rest).toEqual(['assign', 'label', 'rename', 'not-spoken', 'spoken', 'pin']);
    expect((screen.getByLabelText('Que faire') as HTMLSelectElement).value).toBe('merge');
  });

  it('names a language and a correction in words of the page', () => {
    expect(told({...found, code: 'other-language', done: 'taken-all-the-same', suggestion: 'fr'})).toContain(
      'Peut-être\u00a0: français',
    );
    cleanup();
    expect(
      told({...found, code: 'edit-lost', done: 'left-out', suggestion: 'not-spoken', names: {}}),
    ).toEqual(['Elle a été laissée de côté.', 'Cela n’a pas été dit']);
  });
});
