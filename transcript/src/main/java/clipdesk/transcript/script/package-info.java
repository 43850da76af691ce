/**
 * Who says what, beside the official text: turns, paragraphs, sentences, words, speakers, and what
 * was doubtful about it. Everything is a span of the text; nothing repeats it.
 */
package clipdesk.transcript.script;
