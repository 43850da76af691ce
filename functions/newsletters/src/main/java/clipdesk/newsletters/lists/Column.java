package clipdesk.newsletters.lists;

import java.util.Arrays;
import java.util.Optional;

/** What a line says of a person, in the order in which it is written. */
public enum Column {
  EMAIL("email"),
  LANGUAGE("language"),
  TOPICS("topics"),
  CONSENT_AT("consentAt"),
  CONSENT_SOURCE("consentSource"),
  CONSENT_TEXT("consentText"),
  PROOF("proof"),
  /** Written by exports: {@code on}, {@code off} or {@code suppressed}; empty is on. */
  STATE("state"),
  /** Written by exports, and not read. */
  WITHDRAWN_AT("withdrawnAt"),
  /** Written by exports, and not read. */
  WITHDRAWN_BY("withdrawnBy");

  private final String title;

  Column(String title) {
    this.title = title;
  }

  /** As the header line has it. */
  public String title() {
    return title;
  }

  /** In whatever case; of another column it is none. */
  static Optional<Column> of(String title) {
    return Arrays.stream(values())
        .filter(it -> it.title.equalsIgnoreCase(title.strip()))
        .findFirst();
  }
}
