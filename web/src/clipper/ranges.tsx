import {t} from '../i18n';
import {isolated, length, size} from '../i18n/format';
import {isWhole, type Range} from '../lib/selection';
import {Button} from '../ui/button';
import {FieldError} from '../ui/field';
import type {IconName} from '../ui/icon';
import {type Desk, label, lasts} from '../video/desk';
import './ranges.css';

interface Props {
  desk: Desk;
  /** What is wrong with each, by its id. */
  faults: Readonly<Record<number, string>>;
}

/** The name of a clip: its own, else its number in the list. */
export const nameOf = (range: Range, at: number): string =>
  range.label || t('clipper.number', {number: at + 1});

/** All ranges that are to be asked for, in their order. */
export function Ranges({desk, faults}: Props) {
  const {selection, maxRanges} = desk;
  const ranges = selection.ranges.value;
  const {id: now} = selection.current.value;
  const removed = selection.removed.value;
  return (
    <>
      <div class="panel__head panel__head--sub">
        <h3 id="ranges">{t('clipper.list', {count: ranges.length})}</h3>
        <Button small icon="plus" unable={ranges.length >= maxRanges} onPress={() => selection.add()}>
          {t('clipper.add')}
        </Button>
      </div>
      {ranges.length >= maxRanges && <p class="removed">{t('clipper.most', {count: maxRanges})}</p>}
      <ol class="ranges" aria-labelledby="ranges">
        {ranges.map((range, at) => {
          const name = nameOf(range, at);
          const act = (icon: IconName, words: string, press: () => void, unable = false) => (
            <Button small icon={icon} unable={unable} aria-label={`${words}: ${name}`} onPress={press}>
              {''}
            </Button>
          );
          return (
            <li
              key={range.id}
              class={range.id === now ? 'range range--now' : 'range'}
              aria-current={range.id === now ? 'true' : undefined}
            >
              <span class="range__no">{at + 1}</span>
              <div>
                <p class="range__label">
                  <button class="range__edit" type="button" onClick={() => selection.edit(range.id)}>
                    <bdi>{name}</bdi>
                    <span class="vh">, {t('clipper.edit')}</span>
                  </button>{' '}
                  {range.asked && <span class="chip">{t('clipper.asked')}</span>}
                </p>
                <p class="range__tc tc">
                  {range.in === undefined ? '…' : label(desk, range.in)} –{' '}
                  {range.last === undefined ? '…' : label(desk, range.last)}
                </p>
              </div>
              <p class="range__size">
                {isWhole(range) && (
                  <>
                    <span>{length(lasts(desk, range))}</span>
                    <span>≈ {size((desk.weight * lasts(desk, range)) / 1000)}</span>
                  </>
                )}
              </p>
              <div class="range__acts">
                {act('up', t('clipper.up'), () => selection.move(range.id, -1), at === 0)}
                {act('down', t('clipper.down'), () => selection.move(range.id, 1), at === ranges.length - 1)}
                {act('copy', t('clipper.copy'), () => selection.copy(range.id), ranges.length >= maxRanges)}
                {act('bin', t('clipper.remove'), () => selection.remove(range.id))}
              </div>
              <FieldError id={`range-${range.id}`} error={faults[range.id]} />
            </li>
          );
        })}
      </ol>
      <div role="status">
        {removed && (
          <p class="removed">
            {t('clipper.removed', {name: isolated(removed.label || t('clipper.a-clip'))})}{' '}
            <Button small kind="quiet" onPress={selection.undo}>
              {t('clipper.undo')}
            </Button>
          </p>
        )}
      </div>
    </>
  );
}
