/**
 * How often something may happen: fixed windows that count calls from one place, and sliding ones
 * that remember when something happened.
 */
package clipdesk.common.limits;
