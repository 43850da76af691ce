import {Component} from 'preact';
import {t} from '../i18n';
import {clock, length} from '../i18n/format';
import type {Said, Spoken, Turn} from './spoken';

/** Sentences of a turn that are one part. */
export const PART = 20;
/** Words by which a button's name tells its sentence. */
const TOLD = 5;

/** A part of a turn; long ones have several. */
export interface Piece {
  turn: Turn;
  first: boolean;
  rows: (Said | string)[];
}

interface PartProps {
  part: Piece;
  spoken: Spoken;
  plays: boolean;
  starts: number | undefined;
  ends: number | undefined;
}

/** Of a thousand sentences only those are compared anew whose edge was set. */
export class Part extends Component<PartProps> {
  override shouldComponentUpdate(next: PartProps): boolean {
    const {part, plays, starts, ends} = this.props;
    return part !== next.part || plays !== next.plays || starts !== next.starts || ends !== next.ends;
  }

  override render({part, spoken, plays, starts, ends}: PartProps) {
    const first = part.rows.find((row) => typeof row !== 'string' && stopsAt(row, spoken, plays));
    return (
      <div class={part.rows.length > PART / 2 ? 'turn turn--long' : 'turn'}>
        {part.first && <Who turn={part.turn} />}
        {part.rows.map((row) =>
          typeof row === 'string' ? (
            <p class="remark">{row}</p>
          ) : (
            <Row
              said={row}
              spoken={spoken}
              plays={plays}
              starts={starts === row.at}
              ends={ends === row.at}
              leads={row === first}
            />
          ),
        )}
      </div>
    );
  }
}

function Who({turn: {who}}: {turn: Turn}) {
  const small = who?.outlet ?? who?.role;
  return (
    <h3 class="turn__who">
      {who?.name ?? who?.role ?? t('words.unnamed')}
      {small && who?.name && <small> {small}</small>}
    </h3>
  );
}

/** Whether there is a button beside a sentence. */
const stopsAt = (said: Said, spoken: Spoken, plays: boolean) =>
  (plays && said.ms !== undefined) ||
  (spoken.cuts && Boolean(spoken.edge(said.from, 'in') ?? spoken.edge(said.to - 1, 'last')));

interface RowProps {
  said: Said;
  spoken: Spoken;
  plays: boolean;
  starts: boolean;
  ends: boolean;
  /** Whether Tab leads to it first. */
  leads: boolean;
}

/** Of the sentences of a part only that one is drawn anew whose edge was set. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const {said, plays, starts, ends} = this.props;
    return said !== next.said || plays !== next.plays || starts !== next.starts || ends !== next.ends;
  }

  override render({said, spoken, plays, starts, ends, leads}: RowProps) {
    const unsure = spoken.unsure(said);
    let stops = leads ? 0 : 1;
    const tab = () => (stops++ ? -1 : 0);
    return (
      <div class="said" data-at={said.at}>
        {said.ms !== undefined && <Time ms={said.ms} spoken={spoken} plays={plays} tab={tab} />}
        <p class="said__text">
          {said.text}
          {unsure.length > 0 && (
            <span class="vh">
              {' '}
              {t('words.unsure-words', {words: unsure.map((run) => spoken.text(...run)).join('; ')})}
            </span>
          )}
        </p>
        {spoken.cuts && spoken.edge(said.from, 'in') && (
          <EdgeButton said={said} edge="in" pressed={starts} tab={tab} />
        )}
        {spoken.cuts && spoken.edge(said.to - 1, 'last') && (
          <EdgeButton said={said} edge="out" pressed={ends} tab={tab} />
        )}
      </div>
    );
  }
}

function Time({ms, spoken, plays, tab}: {ms: number; spoken: Spoken; plays: boolean; tab: () => number}) {
  const at = spoken.transcript.timing === 'estimated' ? t('words.about', {at: clock(ms)}) : clock(ms);
  // Times are spoken as lengths.
  return plays ? (
    <button class="said__at" type="button" tabIndex={tab()} aria-label={t('words.go', {length: length(ms)})}>
      {at}
    </button>
  ) : (
    <span class="said__at">{at}</span>
  );
}

function EdgeButton(props: {said: Said; edge: 'in' | 'out'; pressed: boolean; tab: () => number}) {
  const {said, edge, pressed, tab} = props;
  const name =
    edge === 'in' ? t(pressed ? 'words.starts' : 'words.start') : t(pressed ? 'words.ends' : 'words.end');
  const words = said.text.split(/\s+/, TOLD).join(' ');
  return (
    <button
      class={`said__${edge}`}
      type="button"
      tabIndex={tab()}
      aria-pressed={pressed}
      aria-label={t('words.edge-of', {edge: name, words})}
    >
      {name}
    </button>
  );
}
