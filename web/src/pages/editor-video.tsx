import {useEffect, useState} from 'preact/hooks';
import {useRoute} from 'preact-iso';
import {Person} from '../account/person';
import {ask, mine, type Schema} from '../api/client';
import {Bring} from '../editor/bring';
import {NotTaken} from '../editor/brought';
import {Edits, Findings} from '../editor/findings';
import {bring, type Edit, inspect, type Standing} from '../editor/inspect';
import {Recognise} from '../editor/recognise';
import {Refused} from '../editor/refused';
import {readPlayer, Watch, type Watched} from '../editor/watch';
import {language as spokenHere, t} from '../i18n';
import {languageName, number} from '../i18n/format';
import {useLoad} from '../lib/load';
import {to} from '../shell/paths';
import {Failed, Notice} from '../ui/notice';
import {Heading, Up} from '../ui/page';
import {Select} from '../ui/select';
import '../editor/editor.css';

/** The transcript of a video: its text and what was heard are brought, what was found is settled, and readers have it at once. */
export function EditorVideo() {
  const {id = ''} = useRoute().params;
  return (
    <Person>
      <div class="stack">
        <Inside key={id} id={id} />
      </div>
    </Person>
  );
}

function Inside({id}: {id: string}) {
  const [loaded, again] = useLoad(async () => {
    const params = {path: {videoId: id}, query: {lang: spokenHere}};
    return (await ask(mine.GET('/v1/editor/videos/{videoId}', {params}))).data;
  }, [id]);
  const video = loaded.data && 'languages' in loaded.data ? loaded.data : undefined;
  return (
    <>
      <Up href={to('editor')}>{t('editor.all')}</Up>
      <Heading title={video?.title ?? t('editor.title')} />
      {loaded.state === 'failed' && <Failed problem={loaded.problem} again={again} />}
      {loaded.data && !video && (
        <>
          <Notice kind="warn">{t('editor.not-taken')}</Notice>
          <Refused faults={loaded.data.ingest?.errors ?? []} />
        </>
      )}
      {video && <Beside video={video} again={again} />}
    </>
  );
}

/** The player, and beside it what is settled by it. */
function Beside({video, again}: {video: Schema<'Video'>; again: () => void}) {
  const [player, retry] = useLoad(() => readPlayer(video), [video]);
  const languages = video.languages.filter((one) => /^[a-z]{2,3}$/.test(one));
  const [language, setLanguage] = useState(languages[0] ?? '');
  return (
    <div class="beside">
      <div class="beside__player" aria-busy={player.state === 'loading'}>
        {player.data && <Watch watched={player.data} again={again} />}
        {player.data === null && <p class="hint">{t('editor.no-player')}</p>}
        {player.state === 'failed' && <Failed problem={player.problem} again={retry} />}
      </div>
      <div class="stack">
        <p>
          <a href={to(`videos/${video.videoId}`)}>{t('editor.watch')}</a>
        </p>
        <Select
          id="language"
          label={t('editor.language')}
          options={languages.map((value) => ({value, label: languageName(value)}))}
          value={language}
          onValue={setLanguage}
        />
        {language && (
          <Work
            key={language}
            id={video.videoId}
            language={language}
            master={video.masterVersion}
            watched={player.data ?? undefined}
          />
        )}
      </div>
    </div>
  );
}

interface WorkProps {
  id: string;
  language: string;
  master: string | undefined;
  watched: Watched | undefined;
}

function Work({id, language, master, watched}: WorkProps) {
  const [loaded, again] = useLoad(() => inspect(id, language), []);
  const [standing, setStanding] = useState<Standing>();
  useEffect(() => {
    if (loaded.data) setStanding(loaded.data);
  }, [loaded.data]);
  if (loaded.state === 'failed') return <Failed problem={loaded.problem} again={again} />;
  if (!standing) return <div aria-busy="true" />;
  const {report} = standing;
  const edits = report?.edits ?? [];
  const refused = report?.refused ?? [];
  const put = async (
    what: 'transcript' | 'words' | 'transcript/edits',
    body: Blob | string | object,
    type: string,
  ) => setStanding(await bring(id, language, what, standing, body, type));
  const correct = (all: Edit[]) => put('transcript/edits', {edits: all}, 'application/json');
  return (
    <>
      <Where standing={standing} />
      <NotTaken refused={refused} />
      <Bring id="text" onSend={(body, type) => put('transcript', body, type)} again={again} />
      <Bring id="words" onSend={(body, type) => put('words', body, type)} again={again} />
      {(!report?.words || report.words.masterVersion !== master) && (
        <Recognise
          id={id}
          language={language}
          refused={refused.some(({kind}) => kind === 'recognition')}
          again={again}
        />
      )}
      {report?.report && (
        <section aria-labelledby="findings">
          <h2 id="findings">{t('editor.findings', {count: report.report.findings.length})}</h2>
          <Findings
            language={language}
            findings={report.report.findings}
            estimated={report.state !== 'aligned'}
            watched={watched}
            onEdit={(edit) => correct([...edits, edit])}
          />
        </section>
      )}
      {edits.length > 0 && (
        <section aria-labelledby="edits">
          <h2 id="edits">{t('editor.edits', {count: edits.length})}</h2>
          <Edits edits={edits} onRemove={(at) => correct(edits.toSpliced(at, 1))} />
        </section>
      )}
    </>
  );
}

function Where({standing: {report}}: {standing: Standing}) {
  const {counts = {}, timing = {}, sharePerMille} = report?.report ?? {};
  const count = (name: string) => counts[name] ?? 0;
  return (
    <div role="status" class="panel where">
      <p>
        <strong>{t(`editor.state-${report?.state ?? 'waiting-text'}`)}</strong>{' '}
        {report?.revision !== undefined && t('editor.revision', {revision: report.revision})}
      </p>
      {report?.report && (
        <>
          <p>
            {t('editor.counts', {words: count('words'), turns: count('turns'), speakers: count('speakers')})}
          </p>
          {sharePerMille !== undefined && report.words && (
            <p>
              {t('editor.heard', {
                share: number(sharePerMille / 10, 1),
                heard: (timing.heard ?? 0) + (timing.changed ?? 0),
              })}
            </p>
          )}
        </>
      )}
    </div>
  );
}
