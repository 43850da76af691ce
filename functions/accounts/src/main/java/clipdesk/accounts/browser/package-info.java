/** What tells a request of our own pages from one that another site made a browser send. */
package clipdesk.accounts.browser;
