package clipdesk.transcript.script;

/** The start of a word, set by hand. */
public record Pin(int word, int inMs) {}
