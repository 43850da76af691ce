import {type Language, language} from '../i18n';

type Words = Record<Language, string>;

interface Described {
  name: Words;
  contact: string;
  accessibility: string;
  sender: string;
  help: Words;
  timeZone: string;
  imprint: Words;
  privacy: Words;
}

const described = JSON.parse(
  document.querySelector('meta[name="clipdesk:site"]')?.getAttribute('content') ?? '{}',
) as Described;

/** Who runs this portal, in this document's language. It stands in the shell, and nothing of it is compiled in. */
export const site = {
  name: described.name[language],
  help: described.help[language],
  contact: described.contact,
  accessibility: described.accessibility,
  /** The address that codes come from. */
  sender: described.sender,
  /** IANA name of the zone that the portal's people live in. */
  timeZone: described.timeZone,
  imprint: described.imprint[language],
  privacy: described.privacy[language],
} as const;
