/** What is told of a cut: how far it is while it runs, and what was delivered when it is done. */
package clipdesk.cutter.report;
