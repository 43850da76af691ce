import flags from 'virtual:flags';

/** The flag of a country, decorative: its name stands beside it. Nothing where there is none of that code. */
export function Flag({country}: {country: string}) {
  const code = country.toLowerCase();
  if (!/^[a-z]{2}$/.test(code) || !flags.codes.split(' ').includes(code)) return null;
  return <img class="flag" src={`${flags.base}${code}.svg`} width={24} height={18} alt="" loading="lazy" />;
}
