/**
 * Why an input is not taken, in two families as in the cutter: it breaks the rules of its own form,
 * or it keeps them and is not one that is read here.
 */
package clipdesk.transcript.refusals;
