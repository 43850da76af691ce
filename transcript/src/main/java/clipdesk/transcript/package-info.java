/**
 * From an official text and the words that a recogniser heard to a revision of a transcript: who
 * says what, when, and how sure that is. A pure function: no clock, no randomness, no store and no
 * network; the same input gives the same bytes. The text itself is never altered, everything is
 * laid beside it by offset, in UTF-16 units.
 */
package clipdesk.transcript;
