package clipdesk.transcript.search;

import clipdesk.transcript.revision.Revision;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A revision and what it is found by beside its words.
 *
 * @param name under which the revision is kept
 */
public record Indexed(Revision revision, String name, LocalDate date, Optional<String> event) {}
