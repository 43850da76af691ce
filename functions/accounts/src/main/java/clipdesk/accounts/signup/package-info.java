/**
 * A new account: a form, a code by mail, the code typed in. The answers are the same for an address
 * that is new, unconfirmed or taken, and so is the work behind them.
 */
package clipdesk.accounts.signup;
