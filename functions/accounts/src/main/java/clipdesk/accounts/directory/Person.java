package clipdesk.accounts.directory;

import clipdesk.common.localisation.Language;

/** A user as Cognito knows one. */
public record Person(
    String sub, String email, Language language, boolean confirmed, boolean enabled) {}
