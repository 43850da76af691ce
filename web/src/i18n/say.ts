import {figures, plural} from './figures';

/** A message as tools/texts.mjs compiles it. */
export type Message = string | Part[];
type Cases = Record<string, Part[]>;
type Part = string | 0 | [argument: string] | [argument: string, cases: Cases, kind: string];

/**
 * Puts the arguments into a message (ICU MessageFormat: arguments, plural, selectordinal and select).
 *
 * @param locale whose plural categories and figures are used
 * @param count the number of the plural around these parts, which `#` stands for
 */
export function fill(message: Message, args: Record<string, unknown>, locale: string, count = 0): string {
  if (typeof message === 'string') return message;
  return message
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part === 0) return figures(count, 3, locale);
      const [argument, cases, kind] = part;
      const value = args[argument];
      if (!cases) return String(value);
      const category =
        kind === 'select'
          ? String(value)
          : kind === 'plural'
            ? plural(Number(value), locale)
            : new Intl.PluralRules(locale, {type: 'ordinal'}).select(Number(value));
      const chosen =
        (kind === 'select' ? undefined : cases[`=${value}`]) ?? cases[category] ?? cases.other ?? [];
      return fill(chosen, args, locale, kind === 'select' ? count : Number(value));
    })
    .join('');
}
