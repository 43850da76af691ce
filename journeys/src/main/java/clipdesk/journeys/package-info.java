/**
 * The product's promises, acted out against a deployed stack: who takes part (a journalist, an
 * editor, an operator), what they do, and what they must see. The tests beside it and the demo are
 * two audiences of the same play.
 */
package clipdesk.journeys;
