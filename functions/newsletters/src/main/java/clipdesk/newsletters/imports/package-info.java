/**
 * Subscribers from elsewhere: a list is read once to see what it would do, and once to do it. It
 * undoes no withdrawal and lifts no suppression, and without a proof of consent it subscribes
 * nobody.
 */
package clipdesk.newsletters.imports;
