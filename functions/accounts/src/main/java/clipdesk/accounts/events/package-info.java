/** Word to the other contexts: at least once, in any order, to whoever listens to the topic. */
package clipdesk.accounts.events;
