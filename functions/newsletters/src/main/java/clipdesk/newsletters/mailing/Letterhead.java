package clipdesk.newsletters.mailing;

import java.util.Optional;

/**
 * What stands around the letters of a campaign, beside what is a reader's own.
 *
 * @param sender who sends it, as readers know them
 * @param answersTo where their answers go
 * @param topic by the name that readers chose it by
 * @param page where everybody can read it; empty if it is kept out of the archive
 */
public record Letterhead(String sender, String answersTo, String topic, Optional<String> page) {}
