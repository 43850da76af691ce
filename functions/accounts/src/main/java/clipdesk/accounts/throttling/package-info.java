/**
 * What keeps guesses few, mails rare and answers alike: how many code mails an address and a
 * network get, and how soon an answer may come that looked somebody up.
 */
package clipdesk.accounts.throttling;
