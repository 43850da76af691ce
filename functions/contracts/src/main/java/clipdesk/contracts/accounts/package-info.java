/** What accounts tells the other contexts: at least once, and in any order. */
package clipdesk.contracts.accounts;
