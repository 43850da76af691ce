/**
 * Texts inside a master become words that were heard, as WebVTT and a language each: whole, or not
 * at all. Whoever brings words for a transcript is heard before them.
 */
package clipdesk.media.texts;
