/**
 * What is known of words as such, in English, French and Ukrainian: where they begin and end, when
 * two are the same, where a sentence ends, which are roles, titles, particles of names.
 */
package clipdesk.transcript.language;
