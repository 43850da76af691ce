import {useState} from 'preact/hooks';
import {ask, mine, open} from '../api/client';
import type {Clip} from '../clips/clips';
import {t} from '../i18n';
import {languageName} from '../i18n/format';
import {useLoad} from '../lib/load';
import {Failed} from '../ui/notice';
import {Files} from './taking';

interface Props {
  clip: Clip;
  name: string;
}

/** What is said in a clip, as files in each language that has a transcript; asked for once somebody looks. */
export function Subtitles({clip, name}: Props) {
  const [seen, setSeen] = useState(false);
  return (
    <details class="report" onToggle={() => setSeen(true)}>
      <summary>
        {t('beside.subtitles')}
        <span class="vh"> {name}</span>
      </summary>
      {seen && <Languages clip={clip} name={name} />}
    </details>
  );
}

function Languages({clip: {clipId, videoId, range}, name}: Props) {
  const [loaded, again] = useLoad(async () => {
    const params = {path: {videoId}};
    return (await ask(open.GET('/v1/videos/{videoId}/transcripts', {params}))).data.items;
  }, []);
  if (loaded.state === 'failed') return <Failed problem={loaded.problem} again={again} />;
  if (!loaded.data) return <p aria-busy="true" />;
  if (!loaded.data.length) return <p class="hint">{t('beside.no-transcript')}</p>;
  const read = async (language: string, format: Format) => {
    const query = {language, format} as const;
    const params = {path: {clipId}, query};
    return (await ask(mine.GET('/v1/clips/{clipId}/subtitles', {params, parseAs: 'blob'}))).data;
  };
  return (
    <>
      {loaded.data.map(({language}) => (
        <section key={language} aria-label={`${languageName(language)}: ${name}`}>
          <p>{languageName(language)}</p>
          <Files
            files={FORMATS.map((format) => ({
              form: format === 'txt' ? t('beside.text') : FORMS[format],
              of: `${languageName(language)}, ${name}`,
              name: `${videoId}.${range.in.frame}-${range.out.frame - 1}.${language}.${format}`,
              read: () => read(language, format),
            }))}
          />
        </section>
      ))}
    </>
  );
}

const FORMS = {vtt: 'WebVTT', srt: 'SRT', json: 'JSON'};
const FORMATS = ['vtt', 'srt', 'txt', 'json'] as const;
type Format = (typeof FORMATS)[number];
