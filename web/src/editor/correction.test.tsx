import {cleanup, fireEvent, render, screen, waitFor} from '@testing-library/preact';
import {afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {speak} from '../i18n';
import {Correction, readTime, writeTime} from './correction';
import type {Edit, Finding} from './inspect';
import type {Watched} from './watch';

const LONG = `${'Good morning to all of you who came here today, '.repeat(2)}and to those wh…`;
const finding: Finding = {
  id: 'a',
  code: 'unlabelled-turn',
  severity: 'ask',
  done: 'left-unnamed',
  could: ['assign', 'label', 'accept'],
  line: 7,
  excerpt: LONG,
  suggestion: 'Ana Sample',
  names: {
    turn: {text: 'Good morning to all of you', nth: 2},
    line: {text: '(via interpreter) Good morning', nth: 1},
    words: {text: 'Good morning to all of you who came', nth: 3},
    label: 'Ana Sample, Spokesperson',
  },
};

// A player that shows the picture of an hour and some.
const watched = {nowMs: () => 3_723_040} as Watched;

let sent: Edit[] = [];
beforeAll(() => speak('ui', 'problem', 'editor'));
beforeEach(() => {
  sent = [];
});
afterEach(cleanup);

async function apply(of: Finding, op?: string, words?: string): Promise<Edit | undefined> {
  render(<Correction finding={of} watched={watched} onEdit={async (edit) => sent.push(edit)} />);
  if (op) fireEvent.change(screen.getAllByRole('combobox')[0] as HTMLElement, {target: {value: op}});
  if (words) fireEvent.input(document.getElementById('a-words') as HTMLElement, {target: {value: words}});
  fireEvent.click(screen.getByRole('button'));
  await waitFor(() => expect(sent).toHaveLength(1));
  return sent[0];
}

describe('a correction', () => {
  it('names the turn as the report does, and not by what is shown of its line', async () => {
    expect(await apply(finding)).toEqual({
      op: 'assign',
      turn: finding.names.turn,
      speaker: {name: 'Ana Sample'},
    });
  });

  it('names a line as a line', async () => {
    expect(await apply(finding, 'label')).toEqual({op: 'label', line: finding.names.line, kind: 'text'});
  });

  it('names words as they are spoken', async () => {
    expect(await apply(finding, 'not-spoken')).toEqual({op: 'not-spoken', words: finding.names.words});
  });

  it('names a speaker by the label alone', async () => {
    expect(await apply(finding, 'merge')).toEqual({
      op: 'merge',
      label: 'Ana Sample, Spokesperson',
      into: 'Ana Sample',
    });
  });

  it('parts who has a label from all others by the label alone', async () => {
    expect(await apply(finding, 'part')).toEqual({op: 'part', label: 'Ana Sample, Spokesperson'});
  });

  it('accepts a finding by its id alone', async () => {
    expect(await apply(finding, 'accept')).toEqual({op: 'accept', finding: 'a'});
  });

  it('takes other words as the first that read so', async () => {
    const words = {text: 'who came', nth: 0};
    expect(await apply(finding, 'not-spoken', ' who came ')).toEqual({op: 'not-spoken', words});
  });

  it('takes the time of the player', async () => {
    render(<Correction finding={finding} watched={watched} onEdit={async (edit) => sent.push(edit)} />);
    fireEvent.change(screen.getAllByRole('combobox')[0] as HTMLElement, {target: {value: 'pin'}});
    fireEvent.click(screen.getByRole('button', {name: 'Prendre le temps du lecteur'}));
    expect((document.getElementById('a-at') as HTMLInputElement).value).toBe('1:02:03.040');
    fireEvent.click(screen.getByRole('button', {name: 'Appliquer'}));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({op: 'pin', words: finding.names.words, inMs: 3_723_040});
  });

  it('of a place without names is about what is shown', async () => {
    const lost = {...finding, excerpt: 'So it begins', names: {}};
    expect(await apply(lost)).toMatchObject({turn: {text: 'So it begins', nth: 0}});
  });
});

describe('a time that is typed', () => {
  it('is read as it is written', () => {
    for (const ms of [0, 1, 59_999, 60_000, 3_599_999, 3_600_000, 360_000_000])
      expect(readTime(writeTime(ms)), `${ms}`).toBe(ms);
  });
});
