/** What the catalogue keeps of a video, and how it names what it keeps. */
package clipdesk.contracts.catalogue;
