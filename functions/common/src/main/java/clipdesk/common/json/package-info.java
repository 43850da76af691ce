/**
 * JSON at the edge: request bodies read member by member, so that every broken rule is reported at
 * once with a JSON Pointer and a misspelt member never passes unnoticed, and answers written
 * without reflection on the way.
 */
package clipdesk.common.json;
