import {useEffect, useState} from 'preact/hooks';
import {useRoute} from 'preact-iso';
import {Person} from '../account/person';
import {ask, mine} from '../api/client';
import {NotTaken} from '../editor/brought';
import {Edits, Findings} from '../editor/findings';
import {bring, type Edit, inspect, type Standing, typeOf} from '../editor/inspect';
import {Recognise} from '../editor/recognise';
import {Refused} from '../editor/refused';
import {language as spokenHere, t} from '../i18n';
import {languageName, number} from '../i18n/format';
import {useLoad} from '../lib/load';
import {to} from '../shell/paths';
import {Button} from '../ui/button';
import {Form, useSending} from '../ui/form';
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
  const [chosen, setChosen] = useState('');
  const language = chosen || (video?.languages.find((one) => /^[a-z]{2,3}$/.test(one)) ?? '');
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
      {video && (
        <>
          <p>
            <a href={to(`videos/${id}`)}>{t('editor.watch')}</a>
          </p>
          <Select
            id="language"
            label={t('editor.language')}
            options={video.languages
              .filter((one) => /^[a-z]{2,3}$/.test(one))
              .map((value) => ({value, label: languageName(value)}))}
            value={language}
            onValue={setChosen}
          />
          {language && <Work key={language} id={id} language={language} master={video.masterVersion} />}
        </>
      )}
    </>
  );
}

function Work({id, language, master}: {id: string; language: string; master: string | undefined}) {
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

interface BringProps {
  id: 'text' | 'words';
  onSend: (body: Blob | string, type: string) => Promise<unknown>;
  again: () => void;
}

/** Pasted or as a file; what is wrong with it is said here, and what was there stays. */
function Bring({id, onSend, again}: BringProps) {
  const [typed, setTyped] = useState('');
  const [file, setFile] = useState<File>();
  const {faults, attempt, busy, refuse, send} = useSending();
  const [clash, setClash] = useState(false);
  const submit = () => {
    if (!file && !typed.trim()) return refuse({[id]: t('editor.needed')});
    setClash(false);
    void send(
      async () => {
        if (file) await onSend(file, typeOf(file.name, id === 'text'));
        else await onSend(typed, id === 'text' ? 'text/plain;charset=utf-8' : guess(typed));
        setTyped('');
        setFile(undefined);
      },
      (problem) => {
        if (problem.code !== 'precondition-failed') return undefined;
        setClash(true);
        return {'': t('editor.clash')};
      },
    );
  };
  return (
    <details class="panel bring">
      <summary>{t(`editor.bring-${id}`)}</summary>
      <Form faults={faults} attempt={attempt} onSubmit={submit}>
        <div class="field">
          <label class="label" for={id}>
            {t(`editor.paste-${id}`)}
          </label>
          <textarea
            class="input"
            id={id}
            rows={12}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <div class="row bring__file">
          {/* The browser's own would speak the browser's language. Its value goes, so that the same file can be chosen again. */}
          <input
            class="vh"
            id={`${id}-file`}
            type="file"
            aria-describedby={`${id}-name`}
            onChange={({currentTarget}) => {
              setFile(currentTarget.files?.[0]);
              currentTarget.value = '';
            }}
          />
          <label class="btn" for={`${id}-file`}>
            {t('editor.file')}
          </label>
          <span id={`${id}-name`}>{file ? <bdi>{file.name}</bdi> : t('editor.no-file')}</span>
          {file && (
            <Button
              kind="quiet"
              icon="cross"
              onPress={() => {
                setFile(undefined);
                document.getElementById(`${id}-file`)?.focus();
              }}
            >
              {t('editor.leave-file')}
            </Button>
          )}
        </div>
        <p class="row">
          <Button kind="primary" type="submit" busy={busy}>
            {t(`editor.send-${id}`)}
          </Button>
          {clash && (
            <Button icon="again" onPress={again}>
              {t('editor.reload')}
            </Button>
          )}
        </p>
      </Form>
    </details>
  );
}

/** JSON, WebVTT, or lines that are looked at by the API. */
const guess = (text: string): string =>
  /^\s*[[{]/.test(text) ? 'application/json' : /^\ufeff?WEBVTT/.test(text) ? 'text/vtt' : 'text/plain';
