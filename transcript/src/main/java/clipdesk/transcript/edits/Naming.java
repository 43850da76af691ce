package clipdesk.transcript.edits;

import java.util.Optional;

/** How a speaker is to be called. */
public record Naming(String name, Optional<String> role, Optional<String> outlet) {}
