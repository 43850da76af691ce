/**
 * SLF4J onto the Lambda runtime's own logger, which writes JSON lines and filters by level. Two
 * small classes in place of a logging framework, because a framework costs more CPU at every start
 * than everything it would do here.
 */
package clipdesk.common.logging;
