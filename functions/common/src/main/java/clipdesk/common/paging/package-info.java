/**
 * Pages without totals: a limit and an opaque cursor that carries the last key, bound by a keyed
 * hash to the path and filters it was made for.
 */
package clipdesk.common.paging;
