/**
 * From lines to turns: which lines name a speaker, who that is, what is speech and what only stands
 * on the page. Nothing is dropped, and nobody is named on a guess: what is doubtful stays as it
 * stands in the text and becomes a finding.
 */
package clipdesk.transcript.parse;
