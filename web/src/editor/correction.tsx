import {useState} from 'preact/hooks';
import {t} from '../i18n';
import {Button} from '../ui/button';
import {Field} from '../ui/field';
import {Form, useSending} from '../ui/form';
import {Select} from '../ui/select';
import type {Anchor, Edit, Finding} from './inspect';
import type {Watched} from './watch';

type Op = Edit['op'];
const OPS: readonly Op[] = [
  'assign',
  'label',
  'rename',
  'merge',
  'part',
  'not-spoken',
  'spoken',
  'pin',
  'accept',
];

/** First what answers it, then all else. */
const opsFor = ({could}: Finding) => [...could, ...OPS.filter((op) => !could.includes(op))];

// What a correction says beside the words that it is about.
const NEEDED = {assign: 'name', rename: 'name', merge: 'into', pin: 'at'} as Partial<
  Record<Op, 'name' | 'into' | 'at'>
>;

/** What a correction names the place of a finding by: as the report has it, else what is shown of the line. */
function named({names, excerpt}: Finding, op: Op): Anchor {
  const shown = {text: excerpt, nth: 0};
  switch (op) {
    case 'assign':
      return names.turn ?? shown;
    case 'label':
      return names.line ?? shown;
    case 'rename':
    case 'merge':
    case 'part':
      return {...shown, text: names.label ?? excerpt};
    default:
      return names.words ?? shown;
  }
}

const KINDS = ['label', 'text', 'remark', 'matter'] as const;

interface Props {
  finding: Finding;
  watched: Watched | undefined;
  onEdit: (edit: Edit) => Promise<unknown>;
}

/** What can be done about a finding: a correction, which is applied again to every later text. */
export function Correction({finding, watched, onEdit}: Props) {
  const {id, suggestion} = finding;
  const ops = opsFor(finding);
  const [op, setOp] = useState<Op>(ops[0] ?? 'accept');
  // Until an editor says otherwise, the words are those that name the place for what is done.
  const [words, setWords] = useState<string>();
  const anchor = words === undefined ? named(finding, op) : {text: words.trim(), nth: 0};
  const [typed, setTyped] = useState({
    name: suggestion ?? '',
    role: '',
    outlet: '',
    into: suggestion ?? '',
    kind: 'text',
    at: '',
  });
  const {faults, attempt, busy, refuse, send} = useSending();
  const of = (name: keyof typeof typed | 'words') => `${id}-${name}`;
  const field = (name: 'name' | 'role' | 'outlet' | 'into' | 'at', optional = false) => (
    <Field
      id={of(name)}
      label={t(`editor.${name}`)}
      optional={optional}
      value={typed[name]}
      error={faults[of(name)]}
      onValue={(value) => setTyped({...typed, [name]: value})}
    />
  );
  const submit = () => {
    const edit: Edit | undefined = op === 'accept' ? {op, finding: id} : editOf(op, anchor, typed);
    if (edit) void send(() => onEdit(edit));
    else refuse({[of(NEEDED[op] ?? 'words')]: t(op === 'pin' ? 'editor.at-wrong' : 'editor.needed')});
  };
  return (
    <Form faults={faults} attempt={attempt} onSubmit={submit}>
      <div class="correction">
        <Select
          id={`${id}-op`}
          label={t('editor.do')}
          options={ops.map((value) => ({value, label: t(`editor.op-${value}`)}))}
          value={op}
          onValue={(value) => setOp(value as Op)}
        />
        {op !== 'assign' && op !== 'accept' && (
          <Field
            id={of('words')}
            label={t('editor.words')}
            value={words ?? anchor.text}
            error={faults[of('words')]}
            onValue={setWords}
          />
        )}
        {(op === 'assign' || op === 'rename') && (
          <>
            {field('name')}
            {field('role', true)}
            {field('outlet', true)}
          </>
        )}
        {op === 'label' && (
          <Select
            id={of('kind')}
            label={t('editor.kind')}
            options={KINDS.map((value) => ({value, label: t(`editor.kind-${value}`)}))}
            value={typed.kind}
            onValue={(kind) => setTyped({...typed, kind})}
          />
        )}
        {op === 'merge' && field('into')}
        {op === 'pin' && field('at')}
        {op === 'pin' && watched && (
          <Button onPress={() => setTyped({...typed, at: writeTime(watched.nowMs())})}>
            {t('editor.from-player')}
          </Button>
        )}
        <Button type="submit" busy={busy}>
          {t('editor.apply')}
        </Button>
      </div>
    </Form>
  );
}

/** Nothing where something is missing. */
function editOf(op: Exclude<Op, 'accept'>, anchor: Anchor, typed: Record<string, string>): Edit | undefined {
  const {name = '', role = '', outlet = '', into = '', kind = '', at = ''} = typed;
  const {text} = anchor;
  const speaker = {
    name: name.trim(),
    ...(role.trim() && {role: role.trim()}),
    ...(outlet.trim() && {outlet: outlet.trim()}),
  };
  if (!text) return undefined;
  switch (op) {
    case 'assign':
      return speaker.name ? {op, turn: anchor, speaker} : undefined;
    case 'rename':
      return speaker.name ? {op, label: text, speaker} : undefined;
    case 'merge':
      return into.trim() ? {op, label: text, into: into.trim()} : undefined;
    case 'part':
      return {op, label: text};
    case 'label':
      return {op, line: anchor, kind: kind as 'text'};
    case 'pin': {
      const inMs = readTime(at);
      return inMs === undefined ? undefined : {op, words: anchor, inMs};
    }
    default:
      return {op, words: anchor};
  }
}

/** As {@link readTime} reads it: `1:02:03.400`. */
export function writeTime(ms: number): string {
  const [h, m] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60];
  const two = (value: number) => `${value}`.padStart(2, '0');
  return `${h}:${two(m)}:${two(Math.floor(ms / 1000) % 60)}.${`${ms % 1000}`.padStart(3, '0')}`;
}

/** `1:02:03.4`, `02:03`, `63,5`: hours, minutes and seconds as milliseconds. */
export function readTime(text: string): number | undefined {
  const parts = /^(?:(?:(\d{1,3}):)?(\d{1,2}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!parts) return undefined;
  const [, h = '0', m = '0', s = '0', part = '0'] = parts;
  return ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000 + Math.round(Number(`0.${part}`) * 1000);
}
