/** Word to the other contexts; what the topic took comes at least once and in any order. */
package clipdesk.accounts.events;
