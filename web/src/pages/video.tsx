import {useEffect, useMemo, useRef, useState} from 'preact/hooks';
import {useLocation, useRoute} from 'preact-iso';
import {ask, open} from '../api/client';
import {Clipper} from '../clipper/clipper';
import {Requested, useRequested} from '../clipper/requested';
import {isOpen} from '../clips/clips';
import {language, t} from '../i18n';
import {learn} from '../lib/clock';
import {toMs} from '../lib/frames';
import {useLoad} from '../lib/load';
import {readMoment} from '../lib/moment';
import {useSteps} from '../lib/steps';
import {Failed} from '../ui/notice';
import {type Desk, deskOf, hasFiles, type Released} from '../video/desk';
import {Files} from '../video/files';
import {About, Head} from '../video/head';
import {Embargoed, Missing} from '../video/held';
import {press} from '../video/keys';
import {Player} from '../video/player';
import {readSaid} from '../video/said';
import {Shortcuts} from '../video/shortcuts';
import {Tabs} from '../video/tabs';
import './video.css';

/** Of which whoever else plays a video makes a player. */
export {deskOf, hasFiles, Player, press, Shortcuts, toMs};

/** One video: seen, cut, and taken as a whole. */
export default function VideoPage() {
  const {id = ''} = useRoute().params;
  const [loaded, again] = useLoad(async () => {
    const {data, headers} = await ask(
      open.GET('/v1/videos/{videoId}', {
        params: {path: {videoId: id}, query: {lang: language}},
        // An hour on the clock is at stake: answers kept by the browser would be up to a minute old.
        cache: 'no-cache',
      }),
    );
    learn(headers);
    return data;
  }, [id]);
  if (loaded.state === 'failed' && !loaded.data) return <Missing problem={loaded.problem} again={again} />;
  const video = loaded.data;
  if (!video || video.videoId !== id) return <Waiting />;
  if (!hasFiles(video)) return <Embargoed video={video} onTime={again} />;
  return <Work key={`${id} ${video.masterVersion}`} video={video} />;
}

function Waiting() {
  return (
    <div class="desk" aria-busy="true">
      <div class="wait wait--shot" />
    </div>
  );
}

function Work({video}: {video: Released}) {
  const desk = useMemo(() => deskOf(video), []);
  const [asked, addAsked] = useRequested(video.videoId);
  const [tab, setTab] = useState('files');
  const keys = useRef<HTMLDialogElement>(null);
  const list = () => keys.current?.showModal();
  const href = video.assets?.preview?.href;
  // The player first, then what is cut with it, then the rest.
  const step = useSteps(3);
  const [said, again] = useLoad(() => readSaid(video.videoId), []);
  // Where the rest stands depends on whether words stand beside the player.
  const placed = useRef(false);
  placed.current ||= step > 2 && said.state !== 'loading';
  useMoment(desk);
  useEffect(() => {
    if (asked.some(isOpen)) setTab('requested');
  }, [asked]);
  return (
    <>
      <Head desk={desk} />
      <div class="desk" aria-busy={!placed.current}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: every key stands for a button that is there as well */}
        <div class="desk__work desk__cut" onKeyDown={(event) => press(event, desk, list)}>
          {href ? (
            <Player desk={desk} href={href} onKeys={list} />
          ) : (
            <p class="notice">{t('video.no-preview')}</p>
          )}
          {step > 1 && <Clipper desk={desk} onClips={addAsked} />}
        </div>
        {placed.current && said.data && <said.data.Words desk={desk} languages={said.data.languages} />}
        {placed.current && said.state === 'failed' && <Failed problem={said.problem} again={again} />}
        {placed.current && (
          <div class="desk__work desk__rest">
            <Tabs
              label={t('video.parts')}
              open={tab}
              onOpen={setTab}
              tabs={[
                {
                  id: 'requested',
                  title: t('clipper.requested', {count: asked.length}),
                  content: <Requested desk={desk} asked={asked} onClips={addAsked} />,
                },
                {id: 'files', title: t('video.whole'), content: <Files video={video} />},
                {id: 'about', title: t('video.about'), content: <About video={video} />},
              ]}
            />
          </div>
        )}
      </div>
      <Shortcuts dialog={keys} />
    </>
  );
}

// A link to a moment or a range is followed once: who changes the range and loads the page anew finds the change.
function useMoment(desk: Desk): void {
  const {t: asked} = useLocation().query;
  const {selection, stage, video, frames, rate} = desk;
  const first = useRef(true);
  if (first.current) {
    first.current = false;
    const key = `clipdesk.moment.${video.videoId}`;
    const moment = readMoment(asked, frames, rate);
    if (moment && 'in' in moment && sessionStorage.getItem(key) !== asked) {
      sessionStorage.setItem(key, asked ?? '');
      const same = selection.ranges.value.find((one) => one.in === moment.in && one.last === moment.last);
      const blank = selection.ranges.value.find((one) => one.in === undefined && one.last === undefined);
      if (same) selection.edit(same.id);
      else if (blank) {
        selection.edit(blank.id);
        selection.set(moment);
      } else selection.add(moment);
    }
  }
  const player = stage.value;
  useEffect(() => {
    const moment = readMoment(asked, frames, rate);
    const start = moment && ('in' in moment ? moment.in : moment.frame);
    if (player) void player.show(start ?? selection.current.value.in ?? 0);
  }, [player]);
}
