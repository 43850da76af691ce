package clipdesk.transcript.script;

import clipdesk.transcript.text.Span;

/** A sentence and its words {@code [fromWord, toWord)}, numbered over the whole script. */
public record Sentence(Span span, int fromWord, int toWord) {}
