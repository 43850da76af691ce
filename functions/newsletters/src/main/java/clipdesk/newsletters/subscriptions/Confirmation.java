package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.util.List;

/**
 * What a confirmation link is about.
 *
 * @param textVersion of the consent that was shown
 */
public record Confirmation(
    EmailAddress email, List<String> topics, Language language, String textVersion) {}
