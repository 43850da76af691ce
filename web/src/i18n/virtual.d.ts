declare module 'virtual:messages' {
  import type {Message} from './say';
  /** The messages of an area in a language; rejected where they cannot be had. */
  export default function words(area: string, language: string): Promise<Record<string, Message>>;
}
